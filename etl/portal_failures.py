"""What is said where the portal gives no answer, or one that cannot be used: a sentence each."""

from http import HTTPStatus

import requests
from urllib3.exceptions import HTTPError, ReadTimeoutError

from etl.errors import EtlError, PortalUnreachable, PortalUntrusted
from etl.portal_page import BY_HAND, LATER


def unreached(error: requests.RequestException, url: str) -> EtlError:
    """The sentence for a request that got no answer to read."""
    match error:
        case requests.TooManyRedirects():
            return PortalUntrusted(
                f"The portal sends from address to address without end: {LATER}."
            )
        case requests.exceptions.InvalidURL() | requests.exceptions.InvalidSchema():
            return PortalUntrusted(f"The portal leads to an address that is none: {LATER}.")
        case requests.exceptions.SSLError():
            return PortalUnreachable(
                "The portal's certificate cannot be verified: check the clock, the certificates "
                "and the proxy of this machine."
            )
    return PortalUnreachable(
        f"The portal at {url} does not answer ({type(error).__name__}): {LATER}, or {BY_HAND}."
    )


def broken_off(error: HTTPError) -> EtlError:
    """The sentence for an answer that did not come whole."""
    if isinstance(error, ReadTimeoutError):
        return PortalUnreachable(f"The portal fell silent in the middle of an answer: {LATER}.")
    return PortalUntrusted(f"The portal's answer breaks off before its end: {LATER}.")


def refused(status: int, url: str) -> EtlError:
    """The sentence for an answer that is an error by its status."""
    if status in (401, 403):
        return PortalUnreachable(f"The portal refuses this machine ({status}): {BY_HAND}.")
    said = f"{status} {HTTPStatus(status).phrase}" if status in set(HTTPStatus) else str(status)
    if status == 429 or status >= 500:
        return PortalUnreachable(f"The portal is overloaded or down ({said}): {LATER}.")
    return PortalUntrusted(f"The portal answers {said} at {url}: check the address.")


def too_slow() -> PortalUnreachable:
    return PortalUnreachable(f"The portal is too slow to answer within the time limit: {LATER}.")


def asked_to_wait(seconds: float) -> PortalUnreachable:
    return PortalUnreachable(
        f"The portal asks to wait {seconds:,.0f} seconds, which is beyond the time limit: try "
        "again after that."
    )
