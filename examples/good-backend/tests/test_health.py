from main import app


def test_has_a_health_route() -> None:
    assert "/health" in {route.path for route in app.routes}
