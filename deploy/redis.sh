#!/bin/sh
# Starts Redis for docker-compose.yml: three users with the least each needs, nothing written to disk.
#
#   gateway   puts lookups on the queue, hears its own replies, counts the workers; keeps the rooms, by
#             scripts of its own, which may do no more than the user who runs them
#   worker    takes lookups off the queue, publishes replies, says that it is there
#   monitor   looks: PING, INFO, lengths
#
# Nobody may FLUSHALL, CONFIG, KEYS, EVAL, DEBUG, SHUTDOWN and the like; `default`, the user without a
# password, is off.
set -eu

users=/tmp/users.acl
connection="+hello +auth +ping +select +client|setinfo +client|setname +client|id +echo +quit +reset +time"
transaction="+multi +exec +discard +watch +unwatch"

# A password travels inside a URL, so it may hold only what a URL holds as it is.
user() {
    name=$1 password=$2
    shift 2
    case $password in
    '' | *[!A-Za-z0-9._~-]*)
        echo "REDIS_$(echo "$name" | tr a-z A-Z)_PASSWORD is empty or holds a character other than letters, digits and . _ ~ -" >&2
        exit 1
        ;;
    esac
    echo "user $name on >$password resetkeys resetchannels -@all $connection $*" >>"$users"
}

umask 077
echo "user default off resetpass resetkeys resetchannels -@all" >"$users"
user gateway "$REDIS_GATEWAY_PASSWORD" "$transaction" \
    "~lookups +lpush +rpush +llen +lindex +lrange" \
    "~_kombu.binding* +sadd +smembers +exists" \
    "%R~wordwire:* +zcount +zcard +zrange +zrangebyscore" \
    "~wordwire:room:* +evalsha +script|load +expire +hset +hsetnx +hget +hmget +hdel +hincrby" \
    "+zadd +zrem +zscore +xadd +xdel +xlen +xrange +xrevrange" \
    "&wordwire:* +publish +subscribe +unsubscribe +psubscribe +punsubscribe"
user worker "$REDIS_WORKER_PASSWORD" "$transaction" \
    "~lookups +brpop +rpop +lpush +rpush +llen" \
    "~_kombu.binding* +sadd +smembers +exists" \
    "~wordwire:workers +zadd +zrem +zremrangebyscore" \
    "&wordwire:replies:* +publish"
user monitor "$REDIS_MONITOR_PASSWORD" \
    "%R~* +info +llen +zcard +zcount +dbsize +client|list +slowlog|get +latency|latest +acl|log +acl|whoami"

# When its memory is full, the rooms in which nobody was for longest make place, so that nobody can fill Redis with
# rooms until no lookup gets through: gateways touch a room's keys while somebody is in it, and no others expire.
exec redis-server --aclfile "$users" --save "" --appendonly no --dir /tmp \
    --maxmemory "${REDIS_MAXMEMORY:-256mb}" --maxmemory-policy volatile-lru --maxmemory-samples 10 \
    --tcp-backlog 511 --client-output-buffer-limit pubsub 64mb 16mb 30
