"""Entry point, brought over from AWS Lambda."""

from mangum import Mangum

from app.main import app

handler = Mangum(app)


def handler(event, context):
    # API Gateway calls this with its event.
    asgi_handler = Mangum(app)
    return asgi_handler(event, context)
