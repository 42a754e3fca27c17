"""Put the layers of the shell round the page, the outermost last."""

from starlette.types import ASGIApp

from assistant.settings import Settings
from ui.web.doorkeeper import Doorkeeper
from ui.web.meter import Meter
from ui.web.shell.body import BodyLimit
from ui.web.shell.gate import Gate
from ui.web.shell.health import Health
from ui.web.shell.identity import Identity
from ui.web.shell.observing import Observing
from ui.web.shell.origin import OriginGuard
from ui.web.shell.proxy import ProxyHeaders
from ui.web.shell.rate import RateLimit
from ui.web.shell.security import SecurityHeaders


def wrap(gate: Gate, settings: Settings, doorkeeper: Doorkeeper | None, meter: Meter) -> ASGIApp:
    """Return the gate with everything that a request must pass before it.

    Args:
        gate: Leads to the page.
        settings: As the server was started with.
        doorkeeper: Checks logins; None where there is no login file.
        meter: Counts.
    """
    app: ASGIApp = RateLimit(gate, settings.questions_per_minute)
    app = Identity(app, settings, doorkeeper)
    app = BodyLimit(app, settings.largest_request)
    app = OriginGuard(app, settings)
    app = Health(app, settings, gate, meter)
    app = SecurityHeaders(app)
    app = Observing(app, meter)
    return ProxyHeaders(app, settings)
