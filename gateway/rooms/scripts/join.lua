-- Adds a member, and reads the history up to the moment from which the member receives messages.
-- ARGV: member, name, holder, most members, since (-1: the newest), how many messages (with -1), how many bytes.
-- Returns {seq, title, {member, name, ...}, {entry, ...}}, nil without a room, or 'full'. The entries are the newest
-- first and end once they hold that many bytes.

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
