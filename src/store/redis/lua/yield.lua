-- Store.yield: gives a taken item back, now or for later.
--
-- ARGV  time, index, member, token, not before, '1' to start its attempts anew
-- Returns nothing

local now = readTime()
local index, member, token = arg(), arg(), arg()
local notBefore = count()
local isReset = arg() == '1'

local attempts, held = readItem(index, member)
if held ~= token then return end
if isReset then attempts = 0 end
if notBefore > now then
  redis.call('ZADD', key('h', index), text(notBefore), member)
  writeItem(index, member, attempts, '', '')
else
  free(index, member)
  writeItem(index, member, attempts, '', '')
  touch(index)
  tellWatchers()
end
