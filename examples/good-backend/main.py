"""Vercel serves `app` of this file."""

from fastapi import Depends, FastAPI
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.database import session_for_request

app = FastAPI(title="Orders")


@app.get("/health")
def health(session: Session = Depends(session_for_request)) -> dict[str, str]:
    session.execute(text("SELECT 1"))
    return {"status": "ok"}
