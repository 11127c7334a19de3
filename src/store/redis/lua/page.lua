-- Store.page: members of an index in order, after a place in it whose member may have left.
--
-- ARGV  index, limit, score and member to go on after ('' and '': from the beginning)
-- Returns  member, score, member, score…

local index, limit, score, member = arg(), count(), arg(), arg()
local name = key('x', index)
if limit < 1 then return {} end

-- Where the place is: past all lower scores, then halving the members of this one.
local low = 0
if score ~= '' then
  low = redis.call('ZCOUNT', name, '-inf', '(' .. score)
  local high = low + redis.call('ZCOUNT', name, score, score)
  while low < high do
    local middle = math.floor((low + high) / 2)
    local there = redis.call('ZRANGE', name, middle, middle)[1]
    if isBefore(member, there) then high = middle else low = middle + 1 end
  end
end
return redis.call('ZRANGE', name, low, low + limit - 1, 'WITHSCORES')
