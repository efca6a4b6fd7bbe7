from fastapi.testclient import TestClient

from tests.docx_files import MACRO_MAIN, archive, body, word_file

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SENTENCE = "Кесте, Қарағанды, 2018 жылы: 9,58 %."


def test_a_draft_is_checked_however_it_is_sent(client: TestClient) -> None:
    sent = [
        client.post("/v1/check", json={"text": SENTENCE}),
        client.post("/v1/check", content=SENTENCE.encode(), headers={"Content-Type": "text/plain"}),
        client.post("/v1/check", content=word_file(SENTENCE), headers={"Content-Type": DOCX}),
    ]
    assert [reply.status_code for reply in sent] == [200, 200, 200]
    assert all(reply.json()["findings"] == sent[0].json()["findings"] for reply in sent)
    (finding,) = sent[0].json()["findings"]
    assert finding["written"] == "9,58"
    assert finding["sentence"][slice(*finding["span"])] == "9,58"
    assert sent[0].json()["counts"] == {"same": 1, "differs": 0, "not_found": 0}


def test_a_file_with_macros_is_refused_in_the_readers_language(client: TestClient) -> None:
    content = archive(body("<w:p/>", MACRO_MAIN))
    reply = client.post("/v1/check", content=content, headers={"Content-Type": DOCX, "Accept-Language": "kk"})
    assert reply.status_code == 422
    assert reply.json()["type"] == "/problems/draft-unreadable"
    assert "макрос" in reply.json()["detail"]


def test_another_kind_of_body_and_a_wrong_field_are_refused(client: TestClient) -> None:
    assert client.post("/v1/check", content=b"x", headers={"Content-Type": "image/png"}).status_code == 415
    assert client.post("/v1/check", json={"draft": "x"}).status_code == 422
    assert client.post("/v1/check", json={"text": " "}).json()["type"] == "/problems/draft-unreadable"
