-- Takes expired rooms out of the account. KEYS and the shared ARGV belong to no room.
-- ARGV: how many rooms to look at. Returns how many have expired.

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
