"""Serves the ASGI application below over http.server: python3 asgi_host.py. Prints its port."""

import asyncio
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def operation(name, parameters=()):
    return {"operationId": name, "parameters": list(parameters), "responses": {"200": {"description": "OK"}}}


required = {"name": "q", "in": "query", "required": True}
optional = {"name": "page", "in": "query", "required": False}
openapi = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "paths": {
        "/": {"get": operation("index__get")},
        "/items": {"get": operation("items_items_get", [optional]), "post": operation("add_items_post")},
        "/items/{id}": {"get": operation("item_items__id__get")},
        "/search": {"get": operation("search_search_get", [required])},
        "/crash": {"get": operation("crash_crash_get")},
        "/me": {"get": operation("me_me_get")},
        "/health": {"get": operation("health_health_get")},
    },
    "components": {"schemas": {"HTTPValidationError": {"type": "object"}}},
}
answers = {
    "/": (200, {"hello": "world"}),
    "/items": (200, []),
    "/me": (401, {"detail": "Not authenticated"}),
    "/health": (503, {"database": "unreachable"}),
    "/openapi.json": (200, openapi),
}


async def app(scope, receive, send):
    if scope["method"] != "GET":
        raise RuntimeError("only GET was promised")
    if scope["path"] == "/crash":
        raise ValueError("postgres://user:hunter2@db/shop")
    status, body = answers.get(scope["path"], (404, {"detail": "Not Found"}))
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", b"application/json")]})
    await send({"type": "http.response.body", "body": json.dumps(body).encode()})


class Handler(BaseHTTPRequestHandler):
    """One request, as an ASGI server would hand it over."""

    protocol_version = "HTTP/1.1"

    def serve(self):
        path, _, query = self.path.partition("?")
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "method": self.command,
            "path": path,
            "query_string": query.encode(),
            "headers": [(name.lower().encode(), value.encode()) for name, value in self.headers.items()],
        }
        sent = []

        async def receive():
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message):
            sent.append(message)

        try:
            asyncio.run(app(scope, receive, send))
        except Exception:
            self.answer(500, [(b"content-type", b"text/plain")], b"Internal Server Error")
            return
        self.answer(sent[0]["status"], sent[0]["headers"], b"".join(message.get("body", b"") for message in sent[1:]))

    do_GET = do_POST = do_HEAD = serve

    def answer(self, status, headers, body):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name.decode(), value.decode())
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_port, flush=True)
    server.serve_forever()
