"""Wordwire on other brokers than one lone Redis: Sentinels, and RabbitMQ."""
