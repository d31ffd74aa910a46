-- Ends whole rooms to free memory: those of the owner whose rooms take the most. Of its largest rooms, the one that
-- has been empty for longest ends first. KEYS and the shared ARGV belong to no room.
-- ARGV: how many bytes to free, and after how many steps to let other commands run. Returns {rooms ended, bytes
-- freed}.

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
