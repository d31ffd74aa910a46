-- Keeps the members of one gateway in the room; adds again those that were removed as silent.
-- ARGV: member, name, holder of each. Returns {seq, {member, name, ...}}, or nil without a room.

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
