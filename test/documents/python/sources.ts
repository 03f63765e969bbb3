/** A FastAPI, a Flask and a plain handler module as people write them, with what is easy to get wrong in parsing. */
export const realisticHandlers: readonly string[] = [
  `import os
from contextlib import asynccontextmanager

from fastapi import Depends, FastAPI, HTTPException
import sqlalchemy as sa

DATABASE_URL = os.environ["DATABASE_URL"]  # required
engine = sa.create_engine(DATABASE_URL, pool_size=5)


@asynccontextmanager
async def lifespan(app: FastAPI):
    print(f"starting {app.title!r:>{10}}")
    yield


app = FastAPI(title="Demo", lifespan=lifespan)


@app.get("/items/{item_id}")
async def read_item(item_id: int, q: str | None = None) -> dict[str, object]:
    """Läs en sak 😀."""
    if item_id < 0:
        raise HTTPException(404, detail="no such item") from None
    return {"item_id": item_id, **({"q": q} if q else {})}
`,
  `from __future__ import annotations
import json, logging
from http.server import BaseHTTPRequestHandler
try:
    import orjson as fast
except ImportError:
    fast = None

type Headers = dict[str, str]


class handler(BaseHTTPRequestHandler):
    retries: int = 3

    def do_GET(self) -> None:
        match self.path.split("/"):
            case ["", "health" as name, *rest] if not rest:
                body = b"ok\\n" b"\\x00"
            case {"a": value, **others} | Point(x=value, y=others):
                body = json.dumps([n for n in range(3) if (m := n % 2)]).encode()
            case _:
                body = '''text
with "quotes" and \\N{BULLET}'''.encode()
        self.send_response(200)
        with open("/tmp/log", "a") as log, self.lock:
            log.write(rf"{self.path}\\d{{2}}\\n")
        self.wfile.write(body)


def first[T: (int, str)](items: list[T], /, *, default: T | None = None) -> T:
    global counter
    counter += 1
    return items[0] if items else (lambda: default)()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
`,
  'import os\r\nfrom flask import (\r\n    Flask,  # the framework\r\n    jsonify as to_json,\r\n)\r\n\r\napp = Flask(__name__)\r\n' +
    'SETTINGS = {\r\n\t"name": "a" "b",\r\n\t"limit": 0x1F + 1_000,\r\n}\r\nx: int\r\na = b, *c = 1, 2j\r\n\r\n' +
    '@app.route("/", methods=["GET"])\r\ndef index():\r\n\ttry:\r\n\t\treturn to_json(os.environ.get("NAME", "none"))\r\n' +
    '\texcept* (KeyError, ValueError) as error:\r\n\t\tprint(error); raise\r\n\tfinally:\r\n\t\tdel SETTINGS["name"]\r\n' +
    '\r\nwhile True:\r\n\tbreak\r\nelse:\r\n\tpass\r\nfor i in range(1, 2): assert i > 0, "message"\r\n',
];
