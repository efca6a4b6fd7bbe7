"""A real server on loopback, for what a test client cannot show."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx2 as httpx
import uvicorn
from fastapi import FastAPI

from qa_service.cli.serving import bound_socket, configuration


@contextmanager
def served(app: FastAPI) -> Iterator[httpx.Client]:
    """Serves `app` in a thread; gives a client of it."""
    with bound_socket("127.0.0.1", 0) as address:
        server = uvicorn.Server(configuration(app))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [address]})
        thread.start()
        while thread.is_alive() and not server.started:
            time.sleep(0.005)
        host, port = address.getsockname()
        try:
            with httpx.Client(base_url=f"http://{host}:{port}", timeout=20) as client:
                yield client
        finally:
            server.should_exit = True
            thread.join()
