"""The public test suites of websockets, Engine.IO and Socket.IO, as tables of cases on our own engine.

docs/protocol.md lists the deviations and their reasons.
"""
