-- Appends a message to the history, which gives it its number, and publishes it.
-- ARGV: member, the member's own id of the message, the message as JSON without room, seq and at; how many bytes the
-- room may hold.
-- Returns {seq, at as text, false}, or nil without a room. If the history holds a message of this member under this
-- id, nothing changes, and the script returns that message's {seq, at as text, text}.

-- The memory of an entry, measured: its JSON, its id in the hash and in the stream, and their overhead.
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
