"""A Python client of the HTTP API, to be used from another program: light to import, typed, sync or async.

with Client("http://127.0.0.1:8000") as client:
    reply = client.ask("С какого возраста наступает уголовная ответственность?")
    print(reply.answer.text, reply.citations[0].passage.citation["ru"])
"""

from qa_service.client.clients import AsyncClient, Client
from qa_service.client.errors import ClientError, ReplyUnreadable, ServiceProblem, ServiceUnreachable
from qa_service.client.retries import Retries

__all__ = [
    "AsyncClient",
    "Client",
    "ClientError",
    "ReplyUnreadable",
    "Retries",
    "ServiceProblem",
    "ServiceUnreachable",
]
