"""What a page of another site tries against a service on this machine, in a real browser: nothing works."""

import json
from pathlib import Path

from playwright.sync_api import Browser

from qa_service.sheets.store import FILE
from tests.api.fakes import fake_app
from tests.api.loopback import served
from tests.web.hosts import address_of, host_page, listening, serve

ATTACK = """<script>
const service = "%s";
const list = "1. Балалар туралы айтыңыз?";
const shown = element => new Promise(done => {
    element.onload = () => done("loaded");
    element.onerror = () => done("refused");
    document.body.append(element);
});
const asked = (path, options) => fetch(service + path, options).then(reply => reply.type, () => "refused");
const sent = { method: "POST", mode: "no-cors", body: list };
const form = () => {
    const frame = Object.assign(document.createElement("iframe"), { name: "target" });
    const made = Object.assign(document.createElement("form"), {
        method: "post", enctype: "text/plain", action: service + "/v1/sheets", target: "target",
    });
    made.append(Object.assign(document.createElement("input"), { name: list }));
    document.body.append(frame, made);
    made.submit();
};
window.outcome = (async () => ({
    read: await asked("/v1/documents"),
    readBlindly: await asked("/v1/documents", { mode: "no-cors" }),
    write: await asked("/v1/sheets", { method: "POST", body: list }),
    writeBlindly: await asked("/v1/sheets", sent),
    writeJson: await asked("/v1/ask", { method: "POST", headers: { "Content-Type": "application/json" } }),
    image: await shown(Object.assign(new Image(), { src: service + "/web/icon.svg" })),
    script: await shown(Object.assign(document.createElement("script"), { src: service + "/v1/documents" })),
    beacon: navigator.sendBeacon(service + "/v1/sheets", list) && form(),
}))();
</script>"""


def test_a_page_of_another_site_reads_nothing_and_changes_nothing(browser: Browser, tmp_path: Path) -> None:
    with served(fake_app(tmp_path)) as client, listening() as elsewhere:
        service = str(client.base_url).rstrip("/")
        serve(elsewhere, host_page(ATTACK % service), "")
        statuses: list[int] = []
        page = browser.new_page()
        page.on("response", lambda reply: statuses.append(reply.status) if service in reply.url else None)
        page.goto(address_of(elsewhere))
        outcome = page.evaluate("outcome")
        with page.expect_response(lambda reply: "/v1/sheets" in reply.url):
            page.evaluate("form()")
        page.close()
    told = {name: each for name, each in outcome.items() if each is not None}
    assert set(told.values()) == {"refused"}, json.dumps(told)
    assert statuses
    assert set(statuses) <= {400, 403}
    assert not (tmp_path / FILE).exists()


def test_a_link_of_another_site_leads_to_a_place(browser: Browser, tmp_path: Path) -> None:
    with served(fake_app(tmp_path)) as client, listening() as elsewhere:
        service = str(client.base_url).rstrip("/")
        serve(elsewhere, host_page(f'<a href="{service}/p/D1.kk.10">сілтеме</a>'), "")
        page = browser.new_page()
        page.goto(address_of(elsewhere))
        with page.expect_response(f"{service}/p/D1.kk.10") as followed:
            page.click("a")
        assert followed.value.status == 200
        page.close()
