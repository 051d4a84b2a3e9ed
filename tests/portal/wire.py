"""Faults of the wire: what a client may get instead of an answer, written to the socket itself."""

import socket
import struct
import time
from http.server import BaseHTTPRequestHandler

EXPIRED = "javax.faces.application.ViewExpiredException: viewId:/breach_report_hip.jsf"
_FOR_EVER = 1_000_000
_DRIP = 0.05


def strike(handler: BaseHTTPRequestHandler, fault: str, retry_after: str | None) -> bool:
    """Answer as the fault says, where it is one of the wire; whether it was."""
    wait = {"Retry-After": retry_after} if retry_after is not None else {}
    if fault.isdecimal():
        send(handler, int(fault), b"<html><title>No</title></html>", wait)
    elif fault == "connection reset":
        _reset(handler)
    elif fault == "a redirect loop":
        send(handler, 302, b"", {"Location": "/ocr/breach/loop.jsf"})
    elif fault == "a redirect to the front page":
        send(handler, 302, b"", {"Location": "/ocr/breach/breach_frontpage.jsf"})
    elif fault == "a redirect to nowhere":
        send(handler, 302, b"", {"Location": "gopher://127.0.0.1/"})
    elif fault == "maintenance":
        send(handler, 200, b"<html><title>Scheduled\nMaintenance \x1b[31m</title>Soon.</html>")
    elif fault == "expired":
        send(handler, 200, f"<html><title>Error</title>{EXPIRED}</html>".encode())
    elif fault == "expired with 500":
        send(handler, 500, f"<html><title>Error</title>{EXPIRED}</html>".encode())
    elif fault == "expired in a partial response":
        error = f"<error><error-name>class {EXPIRED}</error-name></error>"
        send(handler, 200, f"<partial-response>{error}</partial-response>".encode())
    elif fault == "nothing":
        send(handler, 200, b"")
    elif fault == "headers that drip":
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Drip: ")
        for _ in range(_FOR_EVER):
            handler.wfile.write(b"x")
            time.sleep(_DRIP)
    else:
        return False
    return True


def spoil(handler: BaseHTTPRequestHandler, fault: str, content: bytes, headers: dict) -> bool:
    """Send an export as the fault says, where it is one of the body; whether it was."""
    if fault == "a body shorter than announced":
        send(handler, 200, content[:-20], headers, announced=len(content))
    elif fault == "a reset in the body":
        send(handler, 200, content[:-20], headers, announced=len(content))
        handler.wfile.flush()
        time.sleep(_DRIP)
        _reset(handler)
    elif fault == "a chunked body that stops":
        start(handler, 200, headers | {"Transfer-Encoding": "chunked"})
        handler.wfile.write(b"%x\r\n%s" % (len(content), content[:-20]))
        handler.close_connection = True
    elif fault == "a drip that never ends":
        start(handler, 200, headers | {"Content-Length": str(len(content) + _FOR_EVER)})
        for at in range(_FOR_EVER):
            handler.wfile.write(content[at % len(content) : at % len(content) + 1])
            time.sleep(_DRIP)
    elif fault == "a body without end":
        start(handler, 200, headers)
        handler.close_connection = True
        for _ in range(_FOR_EVER):
            handler.wfile.write(b"x" * 1_000_000)
    else:
        return False
    return True


def start(handler: BaseHTTPRequestHandler, status: int, headers: dict[str, str]) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.end_headers()


def send(
    handler: BaseHTTPRequestHandler,
    status: int,
    body: bytes,
    headers: dict[str, str] | None = None,
    *,
    announced: int | None = None,
) -> None:
    """An answer with the length it has, or with the one it announces."""
    length = len(body) if announced is None else announced
    start(handler, status, (headers or {}) | {"Content-Length": str(length)})
    handler.wfile.write(body)
    if length != len(body):
        handler.close_connection = True


def _reset(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()
    handler.close_connection = True
