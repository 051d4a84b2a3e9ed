"""No waiting for a full packet: what a page sends goes out at once.

Streamlit's listening socket leaves Nagle's algorithm on, so that the second message of each run
waits for the browser's acknowledgement of the first: 40 ms of every click.
"""

import socket

from starlette.middleware import Middleware
from starlette.types import ASGIApp, Receive, Scope, Send


class SendAtOnce:
    """ASGI middleware that sets TCP_NODELAY on each websocket, where the server shows its own."""

    def __init__(self, app: ASGIApp):
        self.app = app

    @classmethod
    def as_middleware(cls) -> Middleware:
        return Middleware(cls)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            # ASGI has no way to ask; the sender of uvicorn is a method of its connection.
            transport = getattr(getattr(send, "__self__", None), "transport", None)
            connection = transport and transport.get_extra_info("socket")
            if connection is not None:
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await self.app(scope, receive, send)
