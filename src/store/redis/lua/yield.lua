-- Store.yield: gives a taken item back, now or for later.
--
-- ARGV  time, index, member, token, not before, how many of its attempts are taken back
-- Returns nothing

local now = readTime()
local index, member, token = arg(), arg(), arg()
local notBefore = count()
local takenBack = count()

local attempts, held = readItem(index, member)
if held ~= token then return end
attempts = math.max(0, attempts - takenBack)
if notBefore > now then
  redis.call('ZADD', key('h', index), text(notBefore), member)
  writeItem(index, member, attempts, '', '')
else
  free(index, member)
  writeItem(index, member, attempts, '', '')
  touch(index)
  tellWatchers()
end
