"""The client for asyncio keeps its promise: one answer or one honest error for each question."""

from __future__ import annotations

import asyncio
import gc
import inspect
import time

import jwt
import msgspec
import pytest
from wordwire import Answer, AsyncWordwire, WordwireError, async_client, link

from shared.messages import MyMessage
from tests.clients.python.wordwire.conftest import Serve
from tests.clients.python.wordwire.running import run
from tests.clients.python.wordwire.test_link import BUSY_RESPONSE
from tests.stack import GatewayProcess, Stack
from tests.stack.ports import free_port

SECRET = "a secret of at least thirty-two bytes"


def test_a_lookup_can_have_every_field_of_the_message() -> None:
    fields = {field.name for field in msgspec.structs.fields(MyMessage)}

    assert set(inspect.signature(AsyncWordwire.look_up).parameters) - {"self"} == fields


def test_more_questions_than_a_connection_may_have_open_or_ask_at_once(stack: Stack) -> None:
    """The window holds back the one, and pauses after refusals the other: the burst is 100 lookups."""

    async def ask() -> list[Answer]:
        async with AsyncWordwire(stack.gateway.url) as wordwire:
            return await asyncio.gather(*(wordwire.look_up("lemmatizer", "geese") for _ in range(120)))

    assert run(ask()) == [["goose"]] * 120


def test_options_reach_the_server(stack: Stack) -> None:
    async def ask() -> list[Answer]:
        async with AsyncWordwire(stack.gateway.url) as wordwire:
            return [
                await wordwire.define("bank", sentence="the bank lent us the money"),
                await wordwire.look_up("synonyms", "big", where={"letters": 5, "starts": "l"}),
                await wordwire.look_up("inflect", "go", form="past"),
                await wordwire.look_up("is_a", "whale", "fish"),
                await wordwire.look_up("pos", "well", pos="r"),
            ]

    bank, big, went, whale, well = run(ask())
    assert bank[0].startswith("a financial institution")
    assert big == ["large"]
    assert went[0]["words"] == ["went"]
    assert whale.reply["option"] == "is_a"
    assert whale
    assert well == ["r"]


def test_open_questions_are_asked_again_of_the_next_gateway_which_hears_the_topic(
    mended: GatewayProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(async_client, "PATIENCE_SECONDS", 60.0)  # a busy machine starts a gateway slowly

    async def ask() -> list[Answer]:
        async with AsyncWordwire(mended.url) as wordwire:
            await wordwire.ask("define light")
            mended.freeze()
            questions = [asyncio.create_task(wordwire.look_up("lemmatizer", "geese")) for _ in range(20)]
            await asyncio.sleep(0)  # each task sends its question
            mended.kill()
            questions.append(asyncio.create_task(wordwire.ask("and as a verb?")))
            mended.start()
            return await asyncio.gather(*questions)

    *geese, verb = run(ask())
    assert geese == [["goose"]] * 20
    assert (verb.reply["option"], verb.reply["word"], verb.reply["pos"]) == ("definition", "light", "v")


def test_a_follow_up_question_is_about_the_last_lookup(stack: Stack) -> None:
    async def ask() -> Answer:
        async with AsyncWordwire(stack.gateway.url) as wordwire:
            await wordwire.ask("synonyms of happy")
            await wordwire.define("light")
            return await wordwire.ask("and as a verb?")

    answer = run(ask())
    assert (answer.reply["option"], answer.reply["word"], answer.reply["pos"]) == ("definition", "light", "v")


def test_a_token_may_be_a_function_that_is_called_for_each_connection(stack: Stack) -> None:
    gateway = stack.add_gateway("python-client-tokens", AUTH_SECRET=SECRET)

    async def ask(token: async_client.Token) -> Answer:
        async with AsyncWordwire(gateway.url, token=token) as wordwire:
            return await wordwire.look_up("lemmatizer", "geese")

    try:
        gateway.wait_until_ready()
        for missing in (None, "no token"):
            with pytest.raises(WordwireError) as raised:
                run(ask(missing))
            assert raised.value.code == "unauthorized"
        answer = run(ask(lambda: jwt.encode({"exp": time.time() + 60}, SECRET)))
    finally:
        gateway.end()
        del stack.gateways["python-client-tokens"]

    assert answer == ["goose"]


def test_a_server_that_was_never_there_fails_at_once() -> None:
    async def ask() -> None:
        async with AsyncWordwire(f"http://127.0.0.1:{free_port()}") as wordwire:
            for _ in range(2):  # a failure does not spoil the client
                with pytest.raises(WordwireError, match="nothing listens there"):
                    await wordwire.define("word")

    run(ask())


def test_a_full_gateway_is_tried_again(serve: Serve) -> None:
    server = serve(BUSY_RESPONSE)

    async def ask() -> None:
        async with AsyncWordwire(server.url) as wordwire:
            question = asyncio.create_task(wordwire.define("word"))
            async with asyncio.timeout(10):
                while server.requests < 3:
                    await asyncio.sleep(0.01)
            assert not question.done()
        with pytest.raises(WordwireError):
            await question

    run(ask())


def test_the_error_of_a_tokens_function_reaches_the_caller(stack: Stack) -> None:
    def token() -> str:
        raise KeyError("no token today")

    async def ask() -> None:
        async with AsyncWordwire(stack.gateway.url, token=token) as wordwire:
            await wordwire.define("word")

    with pytest.raises(KeyError, match="no token today"):
        run(ask())


def test_closing_fails_open_questions(mended: GatewayProcess) -> None:
    async def ask() -> None:
        async with AsyncWordwire(mended.url) as wordwire:
            await wordwire.define("word")
            mended.freeze()
            questions = [asyncio.create_task(wordwire.define("word")) for _ in range(40)]  # some wait
            await asyncio.sleep(0)
        for question in questions:
            with pytest.raises(WordwireError, match="The client was closed"):
                await question

    run(ask())
    gc.collect()  # an open transport warns when it is collected, and warnings are errors


def test_a_close_that_is_cancelled_leaves_no_socket(
    mended: GatewayProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link, "CLOSING_SECONDS", 60.0)

    async def ask() -> None:
        wordwire = AsyncWordwire(mended.url)
        await wordwire.define("word")
        mended.freeze()
        async with asyncio.timeout(0.1):
            await wordwire.close()

    with pytest.raises(TimeoutError):
        run(ask())
    gc.collect()


def test_a_gateway_that_stays_away_is_an_honest_error(
    mended: GatewayProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def ask() -> None:
        async with AsyncWordwire(mended.url) as wordwire:
            await wordwire.define("word")
            mended.kill()
            monkeypatch.setattr(async_client, "PATIENCE_SECONDS", 1.0)
            await wordwire.define("word")

    with pytest.raises(WordwireError) as raised:
        run(ask())
    assert raised.value.code == "unreachable"
