"""What Redis does with a room, each in one step, so that all gateways see the same order: Lua.

A room is three keys, which expire together:

    wordwire:room:ID        hash    title, seq; name:MEMBER and holder:MEMBER; id:MEMBER:ID → seq
    wordwire:room:ID:log    stream  the messages, entry SEQ-0, field m
    wordwire:room:ID:seen   zset    member → when last heard of, in seconds of Redis's clock

A *holder* is one connection of one gateway: a member who came back over another one is not taken for gone
when the old one ends.
"""

from __future__ import annotations

from typing import Final

# Every script gets these first, and may have more after them.
_HEAD: Final = """
local room, log, seen = KEYS[1], KEYS[2], KEYS[3]
local id, channel = ARGV[1], ARGV[2]
local history, ttl, empty_ttl = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local silence = tonumber(ARGV[6])
local clock = redis.call('TIME')
local now = tonumber(clock[1])

local function tell(event, member, name)
    redis.call('PUBLISH', channel, cjson.encode({event = event, room = id, member = member, name = name}))
end

-- A room in which nobody ever spoke need not live as long.
local function keep()
    local left = ttl
    if redis.call('HGET', room, 'seq') == '0' then left = empty_ttl end
    redis.call('EXPIRE', room, left)
    redis.call('EXPIRE', log, left)
    redis.call('EXPIRE', seen, left)
end

local function enter(member, name, holder)
    redis.call('ZADD', seen, now, member)
    redis.call('HSET', room, 'name:' .. member, name, 'holder:' .. member, holder)
end

local function go(member)
    local name = redis.call('HGET', room, 'name:' .. member)
    redis.call('ZREM', seen, member)
    redis.call('HDEL', room, 'name:' .. member, 'holder:' .. member)
    tell('left', member, name or '')
end

-- Those whose gateway died without a word.
local function sweep()
    for _, member in ipairs(redis.call('ZRANGEBYSCORE', seen, '-inf', '(' .. (now - silence))) do
        go(member)
    end
end

-- All that are there, each with its name.
local function people()
    local all = {}
    for _, member in ipairs(redis.call('ZRANGE', seen, 0, -1)) do
        all[#all + 1] = member
        all[#all + 1] = redis.call('HGET', room, 'name:' .. member) or ''
    end
    return all
end
"""

# title → 1, or 0 if there is such a room
CREATE: Final = (
    _HEAD
    + """
if redis.call('HSETNX', room, 'seq', 0) == 0 then return 0 end
redis.call('HSET', room, 'title', ARGV[7])
keep()
return 1
"""
)

# member, name, holder, most members, since (-1: the newest), how many then, how many bytes
# → {seq, title, {member, name, ...}, {entry, ...}}, nil without a room, or 'full'. The entries are the newest
# first, until there are so many bytes of them.
JOIN: Final = (
    _HEAD
    + """
local member, name, holder, most = ARGV[7], ARGV[8], ARGV[9], tonumber(ARGV[10])
local since, count, bytes = tonumber(ARGV[11]), tonumber(ARGV[12]), tonumber(ARGV[13])
if redis.call('EXISTS', room) == 0 then return nil end
sweep()
local is_new = not redis.call('ZSCORE', seen, member)
if is_new and redis.call('ZCARD', seen) >= most then return 'full' end
if is_new or redis.call('HGET', room, 'name:' .. member) ~= name then tell('joined', member, name) end
enter(member, name, holder)
keep()
local entries, newest, oldest = {}, '+', '-'
if since >= 0 then
    count, oldest = history, string.format('%d-0', since + 1)
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
local head = redis.call('HMGET', room, 'seq', 'title')
return {tonumber(head[1]), head[2], people(), entries}
"""
)

# member, holder
LEAVE: Final = (
    _HEAD
    + """
if redis.call('HGET', room, 'holder:' .. ARGV[7]) == ARGV[8] then go(ARGV[7]) end
return 1
"""
)

# member, the member's own id of it, the message as JSON without its place → {seq, at as text, text},
# or nil without a room. Said again under the same id, it is the message that there is: text is what that
# says, and false otherwise.
SAY: Final = (
    _HEAD
    + """
local said = 'id:' .. ARGV[7] .. ':' .. ARGV[8]
local head = redis.call('HMGET', room, 'seq', said)
if not head[1] then return nil end
local entry = head[2] and redis.call('XRANGE', log, head[2] .. '-0', head[2] .. '-0')[1]
if entry then
    local before = cjson.decode(entry[2][2])
    return {tonumber(head[2]), cjson.encode(before.at), before.text}
end
local seq = redis.call('HINCRBY', room, 'seq', 1)
local at = string.format('%d.%03d', now, math.floor(tonumber(clock[2]) / 1000))
local place = string.format('{"room":"%s","seq":%d,"at":%s,', id, seq, at)
local message = place .. string.sub(ARGV[9], 2)
redis.call('XADD', log, seq .. '-0', 'm', message, 'said', said)
redis.call('HSET', room, said, seq)
while redis.call('XLEN', log) > history do
    local oldest = redis.call('XRANGE', log, '-', '+', 'COUNT', 1)[1]
    redis.call('HDEL', room, oldest[2][4])
    redis.call('XDEL', log, oldest[1])
end
redis.call('PUBLISH', channel, '{"event":"message","message":' .. message .. '}')
keep()
return {seq, at, false}
"""
)

# member, name, holder of each that is here → {seq, {member, name, ...}}, or nil without a room
BEAT: Final = (
    _HEAD
    + """
local seq = redis.call('HGET', room, 'seq')
if not seq then return nil end
for at = 7, #ARGV, 3 do
    local member, name, holder = ARGV[at], ARGV[at + 1], ARGV[at + 2]
    if not redis.call('ZSCORE', seen, member) then
        tell('joined', member, name)
        enter(member, name, holder)
    elseif redis.call('HGET', room, 'holder:' .. member) == holder then
        redis.call('ZADD', seen, now, member)
    end
end
sweep()
keep()
return {tonumber(seq), people()}
"""
)
