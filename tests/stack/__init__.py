"""The system under test as real processes: tests start, break and end Redis, workers and gateways by name."""

from tests.stack.gateway_process import GatewayProcess
from tests.stack.process import ManagedProcess
from tests.stack.redis_process import RedisProcess
from tests.stack.stack import Stack
from tests.stack.waiting import wait_until
from tests.stack.worker_process import WorkerProcess

__all__ = ["GatewayProcess", "ManagedProcess", "RedisProcess", "Stack", "WorkerProcess", "wait_until"]
