import os
from collections.abc import Iterator
from functools import cache

from sqlalchemy import Engine, create_engine
from sqlalchemy.orm import Session


@cache
def engine() -> Engine:
    """Made at the first request that needs it, so that importing the module connects to nothing."""
    return create_engine(
        os.environ["DATABASE_URL"],
        pool_size=1,
        max_overflow=2,
        pool_timeout=15,
        pool_recycle=300,
        pool_pre_ping=True,
    )


def session_for_request() -> Iterator[Session]:
    with Session(engine()) as session:
        yield session
