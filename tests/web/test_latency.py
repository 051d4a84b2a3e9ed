"""What a page sends goes out at once."""

import socket
import threading

import uvicorn
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from websockets.sync.client import connect

from web.latency import SendAtOnce


async def tell_whether_it_waits(websocket):
    await websocket.accept()
    connection = websocket.scope["atlas.connection"]()
    waits = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 0
    await websocket.send_text("waits" if waits else "at once")


class ShowConnection:
    """Lets the endpoint see the socket that uvicorn serves it on."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] == "websocket":
            transport = send.__self__.transport
            scope["atlas.connection"] = lambda: transport.get_extra_info("socket")
        await self.app(scope, receive, send)


def answer_of(app) -> str:
    """Asked over a listening socket made as Streamlit makes its own."""
    listening = socket.socket(socket.AF_INET)
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    server = uvicorn.Server(uvicorn.Config(ShowConnection(app), log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        with connect(f"ws://127.0.0.1:{listening.getsockname()[1]}/") as websocket:
            return websocket.recv()
    finally:
        server.should_exit = True
        thread.join()


def test_a_websocket_does_not_wait_for_a_full_packet():
    app = Starlette(routes=[WebSocketRoute("/", tell_whether_it_waits)])
    assert answer_of(app) == "waits"
    assert answer_of(SendAtOnce(app)) == "at once"
