"""Wordwire on brokers other than a single Redis: Redis behind Sentinels, and RabbitMQ."""
