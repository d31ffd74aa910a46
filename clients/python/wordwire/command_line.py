"""The command `wordwire`: `wordwire define serendipity`, `wordwire ask "what rhymes with light?"`."""

from __future__ import annotations

import json
import os
import signal
import sys
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from importlib.resources import files
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

from wordwire.client import Wordwire
from wordwire.completion import bash_completion
from wordwire.errors import WRONG_QUESTION, WordwireError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from wordwire.answer import Answer

DEFAULT_URL = "http://127.0.0.1:5000"
FOUND, NOTHING_FOUND, WRONG, NO_ANSWER = range(4)

NOTES = """\
environment:
  WORDWIRE_URL    the server, instead of http://127.0.0.1:5000
  WORDWIRE_TOKEN  the token, if the server requires one

exit status:
  0  an answer
  1  nothing was found
  2  the question is wrong; asking it again never helps
  3  no answer: the server is busy, unreachable, or refuses the token

completion for bash and zsh:
  eval "$(wordwire completion)"
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask one question, print its answer, and return the exit status."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends the command without a traceback
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # not every terminal has ə
    commands = json.loads((files("wordwire") / "commands.json").read_text("utf-8"))
    options = _parser(commands).parse_args(arguments)
    try:
        if options.command == "completion":
            print(bash_completion(["ask", "completion", "define", *commands]))
            return FOUND
        return _answer(options, commands)
    except BrokenPipeError:  # `| head` has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND


def _parser(commands: dict[str, dict[str, Any]]) -> ArgumentParser:
    # These may stand before or after the command, so neither place has a default that would hide the other.
    every = ArgumentParser(add_help=False, argument_default=SUPPRESS)
    every.add_argument("--url", help="the server")
    every.add_argument("--json", action="store_true", help="print the whole reply as one line of JSON")
    look_up = ArgumentParser(add_help=False, parents=[every])
    look_up.add_argument("--pos", choices=("n", "v", "a", "s", "r"), help="only this part of speech")
    look_up.add_argument("--form", help="the form that `inflect` gives, such as past or plural")
    look_up.add_argument("--sentence", help="a sentence that holds the word, which decides its meaning")
    look_up.add_argument(
        "--where",
        metavar="NAME=VALUE",
        type=_condition,
        action="append",
        help="only words that meet this condition, such as letters=5 or starts=s; repeatable",
    )
    parser = ArgumentParser(
        prog="wordwire",
        description="Ask a Wordwire server about words.",
        epilog=NOTES,
        formatter_class=RawDescriptionHelpFormatter,
        parents=[every],
    )
    named = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    ask = named.add_parser("ask", parents=[every], help="a question in plain English")
    ask.add_argument("words", metavar="TEXT", nargs="+")
    for name, traits in commands.items():
        aliases = ["define"] if name == "definition" else []
        help_ = traits["summary"].replace("%", "%%")
        command = named.add_parser(name, aliases=aliases, parents=[look_up], help=help_, description=help_)
        command.set_defaults(command=name)
        command.add_argument("words", metavar="WORD", nargs="*")
    named.add_parser("completion", help="print the completion for bash and zsh")
    return parser


def _condition(text: str) -> tuple[str, Any]:
    """Return the name and the value of a condition; the value may be JSON: `letters=[4,6]`."""
    name, is_there, value = text.partition("=")
    if not is_there:
        raise ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value


def _answer(options: Namespace, commands: dict[str, dict[str, Any]]) -> int:
    url = getattr(options, "url", os.environ.get("WORDWIRE_URL") or DEFAULT_URL)
    as_json = hasattr(options, "json")
    try:
        wordwire = Wordwire(url, token=os.environ.get("WORDWIRE_TOKEN") or None)
    except ValueError as error:
        return _fail(WordwireError("bad_request", str(error)), as_json)
    try:
        with wordwire:
            if options.command == "ask":
                answer = wordwire.ask(" ".join(options.words))
            else:
                answer = _look_up(wordwire, options, commands[options.command]["words"])
    except WordwireError as error:
        return _fail(error, as_json)
    _print(answer, as_json)
    return FOUND if answer else NOTHING_FOUND


def _look_up(wordwire: Wordwire, options: Namespace, most_words: int) -> Answer:
    """Look up the words: two terms for a command that compares two, otherwise the words of one."""
    words = options.words if len(options.words) == most_words else [" ".join(options.words)]
    return wordwire.look_up(
        options.command,
        *words,
        pos=options.pos,
        form=options.form,
        where=dict(options.where) if options.where else None,
        sentence=options.sentence,
    )


def _print(answer: Answer, as_json: bool) -> None:
    if as_json:
        lines = [json.dumps(answer.reply, ensure_ascii=False)]
    elif answer.text is not None:
        lines = [answer.text]
    else:
        lines = [line for item in answer for line in _lines(item)]
    if lines:
        print("\n".join(lines), flush=True)
    else:
        guesses = f" Did you mean {', '.join(answer.suggestions)}?" if answer.suggestions else ""
        print(f"Nothing found.{guesses}", file=sys.stderr)


def _lines(item: Any) -> list[str]:
    """Return an item of an answer for people: a line, or one for each field with its own items below it.

    >>> _lines({"pos": "n", "paths": [["a"], ["b", "c"]], "top": {"word": "dog", "senses": [{"sense": 1}]}})
    ['pos: n', 'paths:', '  - a', '  - b, c', 'top:', '  word: dog', '  senses:', '    - sense: 1']
    """
    if not isinstance(item, dict):
        return [_text(item)]
    lines = []
    for name, value in item.items():
        if _is_flat(value):
            lines.append(f"{name}: {_text(value)}")
            continue
        first, other = ("  - ", "    ") if isinstance(value, list) else ("  ", "  ")
        lines.append(f"{name}:")
        for each in value if isinstance(value, list) else [value]:
            lines += [(other if number else first) + line for number, line in enumerate(_lines(each))]
    return lines


def _is_flat(value: Any) -> bool:
    """Return whether a value fits into a line: it holds neither fields nor lists of them."""
    items = value if isinstance(value, list) else [value]
    return not any(isinstance(each, dict | list) for each in items)


def _text(value: Any) -> str:
    if value in (None, []):
        return "none"
    if isinstance(value, list):
        return ", ".join(map(_text, value))
    return value if isinstance(value, str) else json.dumps(value)


def _fail(error: WordwireError, as_json: bool) -> int:
    """Report an error, and return the exit status for it."""
    if as_json:
        wire = {"code": error.code, "message": str(error), "retry_after": error.retry_after}
        print(json.dumps({"error": wire}, ensure_ascii=False), flush=True)
    else:
        print(f"wordwire: {error}", file=sys.stderr)
    return WRONG if error.code in WRONG_QUESTION else NO_ANSWER
