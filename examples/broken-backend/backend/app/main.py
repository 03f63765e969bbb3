import os

import httpx
from dotenv import load_dotenv
from fastapi import Depends, FastAPI
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.database import get_session

load_dotenv()

SECRET_KEY = os.environ["SECRET_KEY"]
RATES = httpx.get("https://rates.example.org/latest").json()

app = FastAPI(title="Orders")


@app.get("/health")
def health(session: Session = Depends(get_session)) -> dict[str, str]:
    session.execute(text("SELECT 1"))
    return {"status": "ok"}


@app.get("/rates")
def rates() -> dict[str, float]:
    return RATES
