-- The beginning that all scripts share; lua.py puts it before each of them.
--
-- A room has three keys, which expire together:
--
--     wordwire:room:ID        hash    title, seq, bytes, owner; name:MEMBER and holder:MEMBER; id:MEMBER:ID -> seq
--     wordwire:room:ID:log    stream  the messages: entry SEQ-0 with the fields m (JSON) and said (its id:MEMBER:ID)
--     wordwire:room:ID:seen   zset    member -> time of its last heartbeat, in seconds of Redis's clock
--
-- Three more keep account of the memory: whose rooms hold how many bytes. They never expire.
--
--     wordwire:room:@owners   zset    owner -> bytes of all its rooms
--     wordwire:room:@OWNER    zset    room -> bytes
--     wordwire:room:@rooms    zset    OWNER/ID -> the earliest time at which the room can have expired
--
-- A holder is one connection of one gateway. Only its current holder removes a member, so a member that came back
-- over a new connection stays when the old connection ends.
--
-- KEYS are the three keys. ARGV[1] to ARGV[6] are below; a script's own arguments begin at ARGV[7].

local room, log, seen = KEYS[1], KEYS[2], KEYS[3]
local id, channel = ARGV[1], ARGV[2]
local max_messages, ttl, empty_ttl = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local silence_limit = tonumber(ARGV[6])
local prefix = 'wordwire:room:'
local clock = redis.call('TIME')
local now = tonumber(clock[1])

-- Runs a command on a key of the account. One of another type would break all rooms, so it is removed.
local function zset(command, key, ...)
    local answer = redis.pcall(command, key, ...)
    if type(answer) == 'table' and answer.err and string.find(answer.err, 'WRONGTYPE', 1, true) then
        redis.call('DEL', key)
        return redis.call(command, key, ...)
    end
    return answer
end

-- Changes the bytes in the account of an owner by `change`; with 'all', takes the room out of it.
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

-- The room's {seq, bytes, owner, field}, or nil without a room. When Redis's memory is full, it may evict one of a
-- room's keys and not the others; such a room has ended, too.
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

-- A room without any message expires sooner.
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

-- Their gateway died before it could remove them.
local function remove_silent_members()
    for _, member in ipairs(redis.call('ZRANGEBYSCORE', seen, '-inf', '(' .. (now - silence_limit))) do
        remove_member(member)
    end
end

-- All members as {member, name, ...}.
local function list_members()
    local all = {}
    for _, member in ipairs(redis.call('ZRANGE', seen, 0, -1)) do
        all[#all + 1] = member
        all[#all + 1] = redis.call('HGET', room, 'name:' .. member) or ''
    end
    return all
end

