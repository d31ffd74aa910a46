"""Namespace `/chat`: people and the bot talk in rooms."""
