"""A client of Wordwire, the dictionary chatbot: `Wordwire(url).define("serendipity")`."""

from wordwire.answer import Answer
from wordwire.async_client import AsyncWordwire
from wordwire.client import Wordwire
from wordwire.errors import WordwireError

__all__ = ["Answer", "AsyncWordwire", "Wordwire", "WordwireError"]
