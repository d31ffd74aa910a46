-- Removes a member, unless another connection holds it by now.
-- ARGV: member, holder.

if redis.call('HGET', room, 'holder:' .. ARGV[7]) == ARGV[8] then remove_member(ARGV[7]) end
return 1
