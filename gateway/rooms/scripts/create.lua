-- Creates a room.
-- ARGV: title, owner. Returns 1, or 0 if the room exists.

if redis.call('HSETNX', room, 'seq', 0) == 0 then return 0 end
local bytes = 500 + #ARGV[7]  -- measured, with the entry in the account
redis.call('HSET', room, 'title', ARGV[7], 'owner', ARGV[8], 'bytes', bytes)
account(ARGV[8], id, bytes)
zset('ZADD', prefix .. '@rooms', now + empty_ttl, ARGV[8] .. '/' .. id)
extend_life(0)
return 1
