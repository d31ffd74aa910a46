#!/bin/sh
# Starts Redis 7 or later for docker-compose.yml, with users that have minimal rights; keeps nothing on disk, unless
# REDIS_PERSIST is yes. `redis.sh functions` prints the functions of rooms; backup and restore are described below.
#
#   gateway   puts lookups and questions on their queues, hears its own replies, counts the workers; keeps the rooms, through the
#             functions below and commands on rooms' keys only
#   worker    takes lookups and questions off their queues, publishes replies, announces itself
#   monitor   only reads: PING, INFO, lengths
#   operator  loads the functions of a new version and makes backups, by commands inside this container only: its
#             password, another at each start, does not leave /tmp
#   replication  copies everything, and promotes the copy: a replica and the Sentinels, only in deploy/sentinels
#
# The commands in each pair of brackets hold for its keys only: the worker may ZADD its heartbeat, but not to the
# queue. Nobody else may load a script, which could run for ever; nobody may FLUSHALL, CONFIG, KEYS, DEBUG, SHUTDOWN and the
# like; `default`, the user without a password, is off.
set -eu
umask 077

users=/tmp/users.acl
folder=$(dirname "$users")
data=/redis-data
connection="+hello +auth +ping +select +client|setinfo +client|setname +client|id +echo +quit +reset +time"
transaction="+multi +exec +discard +unwatch"

# --- written by `python -m tools.room_functions` from gateway/rooms/scripts
version=3431073f78b6
beginning() {
    cat <<'LUA'
local room, log, seen = KEYS[1], KEYS[2], KEYS[3]
local id, channel = ARGV[1], ARGV[2]
local max_messages, ttl, empty_ttl = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local silence_limit = tonumber(ARGV[6])
local prefix = 'wordwire:room:'
local clock = redis.call('TIME')
local now = tonumber(clock[1])
local function zset(command, key, ...)
    local answer = redis.pcall(command, key, ...)
    if type(answer) == 'table' and answer.err and string.find(answer.err, 'WRONGTYPE', 1, true) then
        redis.call('DEL', key)
        return redis.call(command, key, ...)
    end
    return answer
end
local function account(owner, of_room, change)
    local owners, rooms = prefix .. '@owners', prefix .. '@' .. owner
    if change == 'all' then
        change = -tonumber(zset('ZSCORE', rooms, of_room) or 0)
        redis.call('ZREM', rooms, of_room)
    else
        zset('ZINCRBY', rooms, change, of_room)
    end
    if tonumber(zset('ZINCRBY', owners, change, owner)) <= 0 then redis.call('ZREM', owners, owner) end
end
local function find_room(field)
    local head = redis.call('HMGET', room, 'seq', 'bytes', 'owner', field)
    if head[1] and (head[1] == '0' or redis.call('EXISTS', log) == 1) then return head end
    if head[3] then account(head[3], id, 'all') end
    redis.call('DEL', room, log, seen)
    return nil
end
local function announce(event, member, name)
    redis.call('PUBLISH', channel, cjson.encode({event = event, room = id, member = member, name = name}))
end
local function extend_life(seq)
    local seconds = ttl
    if tonumber(seq) == 0 then seconds = empty_ttl end
    redis.call('EXPIRE', room, seconds)
    redis.call('EXPIRE', log, seconds)
    redis.call('EXPIRE', seen, seconds)
end
local function add_member(member, name, holder)
    redis.call('ZADD', seen, now, member)
    redis.call('HSET', room, 'name:' .. member, name, 'holder:' .. member, holder)
end
local function remove_member(member)
    local name = redis.call('HGET', room, 'name:' .. member)
    redis.call('ZREM', seen, member)
    redis.call('HDEL', room, 'name:' .. member, 'holder:' .. member)
    announce('left', member, name or '')
end
local function remove_silent_members()
    for _, member in ipairs(redis.call('ZRANGEBYSCORE', seen, '-inf', '(' .. (now - silence_limit))) do
        remove_member(member)
    end
end
local function list_members()
    local all = {}
    for _, member in ipairs(redis.call('ZRANGE', seen, 0, -1)) do
        all[#all + 1] = member
        all[#all + 1] = redis.call('HGET', room, 'name:' .. member) or ''
    end
    return all
end
LUA
}
functions() {
    function_of create '' <<'LUA'
if redis.call('HSETNX', room, 'seq', 0) == 0 then return 0 end
local bytes = 500 + #ARGV[7]  -- measured, with the entry in the account
redis.call('HSET', room, 'title', ARGV[7], 'owner', ARGV[8], 'bytes', bytes)
account(ARGV[8], id, bytes)
zset('ZADD', prefix .. '@rooms', now + empty_ttl, ARGV[8] .. '/' .. id)
extend_life(0)
return 1
LUA
    function_of join '' <<'LUA'
local member, name, holder, max_members = ARGV[7], ARGV[8], ARGV[9], tonumber(ARGV[10])
local since, count, bytes = tonumber(ARGV[11]), tonumber(ARGV[12]), tonumber(ARGV[13])
local head = find_room('title')
if not head then return nil end
remove_silent_members()
local is_new = not redis.call('ZSCORE', seen, member)
if is_new and redis.call('ZCARD', seen) >= max_members then return 'full' end
if is_new or redis.call('HGET', room, 'name:' .. member) ~= name then announce('joined', member, name) end
add_member(member, name, holder)
extend_life(head[1])
local entries, newest, oldest = {}, '+', '-'
if since >= 0 then
    count, oldest = max_messages, string.format('%d-0', since + 1)
end
while #entries < count and bytes > 0 do
    local page = redis.call('XREVRANGE', log, newest, oldest, 'COUNT', math.min(count - #entries, 50))
    if #page == 0 then break end
    for _, entry in ipairs(page) do
        entries[#entries + 1] = entry
        bytes = bytes - #entry[2][2]
        if bytes <= 0 then break end
    end
    newest = '(' .. page[#page][1]
end
return {tonumber(head[1]), head[4], list_members(), entries}
LUA
    function_of leave 'allow-oom' <<'LUA'
if redis.call('HGET', room, 'holder:' .. ARGV[7]) == ARGV[8] then remove_member(ARGV[7]) end
return 1
LUA
    function_of say '' <<'LUA'
local function size_of(message, said)
    return #message + 2 * #said + 100
end
local max_bytes = tonumber(ARGV[10])
local said = 'id:' .. ARGV[7] .. ':' .. ARGV[8]
local head = find_room(said)
if not head then return nil end
local entry = head[4] and redis.call('XRANGE', log, head[4] .. '-0', head[4] .. '-0')[1]
if entry then
    local earlier = cjson.decode(entry[2][2])
    return {tonumber(head[4]), cjson.encode(earlier.at), earlier.text}
end
local seq = redis.call('HINCRBY', room, 'seq', 1)
local at = string.format('%d.%03d', now, math.floor(tonumber(clock[2]) / 1000))
local place = string.format('{"room":"%s","seq":%d,"at":%s,', id, seq, at)
local message = place .. string.sub(ARGV[9], 2)
redis.call('XADD', log, seq .. '-0', 'm', message, 'said', said)
redis.call('HSET', room, said, seq)
local change, left = size_of(message, said), redis.call('XLEN', log)
local bytes = tonumber(head[2] or 0) + change
while left > 1 and (left > max_messages or bytes > max_bytes) do
    local oldest = redis.call('XRANGE', log, '-', '+', 'COUNT', 1)[1]
    local freed = size_of(oldest[2][2], oldest[2][4] or '')
    if oldest[2][4] then redis.call('HDEL', room, oldest[2][4]) end
    redis.call('XDEL', log, oldest[1])
    change, bytes, left = change - freed, bytes - freed, left - 1
end
redis.call('HSET', room, 'bytes', bytes)
if head[3] then account(head[3], id, change) end
redis.call('PUBLISH', channel, '{"event":"message","message":' .. message .. '}')
extend_life(seq)
return {seq, at, false}
LUA
    function_of heartbeat 'allow-oom' <<'LUA'
local head = find_room('seq')
if not head then return nil end
for at = 7, #ARGV, 3 do
    local member, name, holder = ARGV[at], ARGV[at + 1], ARGV[at + 2]
    if not redis.call('ZSCORE', seen, member) then
        announce('joined', member, name)
        add_member(member, name, holder)
    elseif redis.call('HGET', room, 'holder:' .. member) == holder then
        redis.call('ZADD', seen, now, member)
    end
end
remove_silent_members()
extend_life(head[1])
return {tonumber(head[1]), list_members()}
LUA
    function_of evict 'allow-oom' <<'LUA'
local wanted, freed, ended = tonumber(ARGV[7]), 0, 0
for _ = 1, tonumber(ARGV[8]) do
    if freed >= wanted then break end
    local heaviest = zset('ZREVRANGE', prefix .. '@owners', 0, 0)[1]
    if not heaviest then break end
    local largest = zset('ZREVRANGE', prefix .. '@' .. heaviest, 0, 15, 'WITHSCORES')
    if #largest == 0 then redis.call('ZREM', prefix .. '@owners', heaviest) end
    local victim, bytes, oldest_ttl
    for at = 1, #largest, 2 do
        local left = redis.call('PTTL', prefix .. largest[at])
        if not oldest_ttl or left < oldest_ttl then
            victim, bytes, oldest_ttl = largest[at], tonumber(largest[at + 1]), left
        end
    end
    if victim then
        local key = prefix .. victim
        if redis.call('DEL', key, key .. ':log', key .. ':seen') > 0 then
            freed, ended = freed + bytes, ended + 1
        end
        account(heaviest, victim, 'all')
    end
end
return {ended, freed}
LUA
    function_of sweep 'allow-oom' <<'LUA'
local rooms, expired = prefix .. '@rooms', 0
for _, entry in ipairs(zset('ZRANGEBYSCORE', rooms, '-inf', now, 'LIMIT', 0, tonumber(ARGV[7]))) do
    local owner, of_room = string.match(entry, '^(.-)/(.+)$')
    local left = redis.call('TTL', prefix .. of_room)
    if left >= 0 then
        redis.call('ZADD', rooms, now + left + 1, entry)
    else
        expired = expired + 1
        account(owner, of_room, 'all')
        redis.call('ZREM', rooms, entry)
    end
end
return expired
LUA
}
# --- end of what is written

function_of() {
    echo "redis.register_function{function_name='wordwire_$1_$version', flags={${2:+'$2'}}, callback=function(KEYS, ARGV)"
    beginning
    cat
    echo "end}"
}

library() {
    echo "#!lua name=wordwire_$version"
    functions
}

as_operator() {
    REDISCLI_AUTH=$(cat "$folder/operator") redis-cli -e --user operator "$@"
}

backup() {
    as_operator --rdb "$data/backup.rdb" >&2
    redis-check-rdb "$data/backup.rdb" >&2
    cat "$data/backup.rdb"
    rm "$data/backup.rdb"
}

# A stopped Redis starts from the files in appendonlydir; the manifest lists them. A backup is the base of all.
restore() {
    if [ "${REDIS_PERSIST:-no}" != yes ]; then
        echo "Set REDIS_PERSIST=yes, or Redis will not read what this restores." >&2
        exit 1
    fi
    new=$data/restored
    rm -rf "$new"
    mkdir "$new"
    cat >"$new/appendonly.aof.1.base.rdb"
    redis-check-rdb "$new/appendonly.aof.1.base.rdb" >&2
    echo "file appendonly.aof.1.base.rdb seq 1 type b" >"$new/appendonly.aof.manifest"
    rm -rf "$data/appendonlydir"
    mv "$new" "$data/appendonlydir"
}

sentinel() {
    cat >"$folder/sentinel.conf" <<CONF
port 26379
protected-mode no
sentinel resolve-hostnames yes
sentinel announce-hostnames yes
sentinel announce-ip $REDIS_ANNOUNCED
sentinel monitor wordwire redis 6379 2
sentinel auth-user wordwire replication
sentinel auth-pass wordwire $REDIS_REPLICATION_PASSWORD
sentinel down-after-milliseconds wordwire 3000
sentinel failover-timeout wordwire 10000
CONF
    exec redis-server "$folder/sentinel.conf" --sentinel
}

case ${1-} in
functions)
    library
    exit
    ;;
load) # adds the functions on standard input, of another version, to those that a running Redis has
    as_operator -x FUNCTION LOAD REPLACE
    exit
    ;;
backup) # writes everything that a running Redis holds to standard output
    backup
    exit
    ;;
restore) # replaces the data of a stopped Redis by a backup from standard input
    restore
    exit
    ;;
sentinel) # watches Redis, and promotes its replica (deploy/sentinels)
    sentinel
    ;;
esac

new_password() {
    od -A n -v -t x1 -N 24 /dev/urandom | tr -d ' \n' >"$1.new"
    mv "$1.new" "$1"
}

# A password is part of a URL, so it may contain only characters that a URL leaves unescaped. If it is not set, but has a
# folder, the first start makes one.
user() {
    name=$1 password=$2 file=/passwords/$1/password
    shift 2
    if [ -z "$password" ] && [ -d "${file%/*}" ]; then
        [ -e "$file" ] || new_password "$file"
        password=$(cat "$file")
    fi
    case $password in
    '' | *[!A-Za-z0-9._~-]*)
        echo "REDIS_$(echo "$name" | tr a-z A-Z)_PASSWORD is empty or contains a character other than letters, digits and . _ ~ -" >&2
        exit 1
        ;;
    esac
    echo "user $name on >$password resetkeys resetchannels -@all $connection $*" >>"$users"
}

# Nobody can log in as `default`, but Redis reads its files as this user, and drops changes that it may not make.
if [ "${REDIS_PERSIST:-no}" = yes ]; then of_default="~* &* +@all"; else of_default="resetkeys resetchannels -@all"; fi
echo "user default off resetpass $of_default" >"$users"
user gateway "${REDIS_GATEWAY_PASSWORD:-}" "$transaction +info" \
    "&wordwire:* +publish +subscribe +unsubscribe +psubscribe +punsubscribe" \
    "(~lookups ~questions +lpush +llen +lindex +ttl +expire +type +del +watch)" \
    "(%R~wordwire:workers +zrangebyscore)" \
    "(~wordwire:room:* +fcall +exists +expire +ttl +pttl +del +hset +hsetnx +hget +hmget +hdel +hincrby" \
    "+zadd +zrem +zscore +zcard +zincrby +zrange +zrangebyscore +zrevrange +xadd +xdel +xlen +xrange +xrevrange)"
user worker "${REDIS_WORKER_PASSWORD:-}" "$transaction" \
    "&wordwire:replies:* +publish" \
    "(~lookups ~questions +brpop +lpush +rpush +llen)" \
    "(~wordwire:workers +zadd +zrem +zremrangebyscore)"
user monitor "${REDIS_MONITOR_PASSWORD:-}" \
    "%R~* +info +llen +zcard +zcount +dbsize +client|list +slowlog|get +latency|latest +acl|log +acl|whoami"
new_password "$folder/operator"
user operator "$(cat "$folder/operator")" "~* +function|load +sync +psync +replconf"

[ -z "${REDIS_REPLICATION_PASSWORD:-}" ] ||
    user replication "$REDIS_REPLICATION_PASSWORD" "$transaction &__sentinel__:hello +publish +subscribe" \
        "+psync +replconf +info +role +slaveof +config|rewrite +client|kill +script|kill"

# Redis loads functions from the snapshot that it starts from, before it accepts any connection. This is one with
# nothing else in it: REDIS and the version of its form, the mark of functions, their length and their text, the mark
# of the end, and no checksum.
snapshot_of_functions() {
    length=$(($(wc -c <"$folder/functions.lua")))
    printf 'REDIS0010\365\200'
    for bits in 24 16 8 0; do
        printf "\\$(printf %03o $((length >> bits & 255)))"
    done
    cat "$folder/functions.lua"
    printf '\377\000\000\000\000\000\000\000\000'
}

library >"$folder/functions.lua"
case ${REDIS_PERSIST:-no} in
no)
    snapshot_of_functions >"$folder/dump.rdb"
    touch "$folder/has-functions"
    set -- --dir /tmp --save "" --appendonly no
    ;;
yes)
    # The files hold the functions of the last start's version, and none before the first start.
    {
        # A replica gets them from its master.
        until [ -n "${REDIS_REPLICA_OF:-}" ] || as_operator -x FUNCTION LOAD REPLACE <"$folder/functions.lua" >/dev/null 2>&1; do sleep 0.1; done
        touch "$folder/has-functions"
    } &
    set -- --dir "$data" --save "" --appendonly yes --appendfsync everysec
    ;;
*)
    echo "REDIS_PERSIST is yes or no" >&2
    exit 1
    ;;
esac

if [ -n "${REDIS_REPLICATION_PASSWORD:-}" ]; then
    set -- "$@" --masteruser replication --masterauth "$REDIS_REPLICATION_PASSWORD" \
        --replica-announce-ip "$REDIS_ANNOUNCED" ${REDIS_REPLICA_OF:+--replicaof "$REDIS_REPLICA_OF" 6379}
fi

# When its memory is full, Redis evicts keys of rooms that have been empty for longest, so nobody can block lookups by
# filling Redis with rooms: only rooms' keys and a queue that nobody takes from expire. The gateways end whole rooms
# before that. No message of ours has 16 MB.
exec redis-server --aclfile "$users" "$@" \
    --maxmemory "${REDIS_MAXMEMORY:-256mb}" --maxmemory-policy volatile-lru --maxmemory-samples 10 \
    --proto-max-bulk-len 16mb --client-query-buffer-limit 64mb \
    --repl-diskless-sync-delay 0 --tcp-backlog 511 --client-output-buffer-limit pubsub 64mb 16mb 30
