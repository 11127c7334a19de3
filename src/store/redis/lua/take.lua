-- Store.take: leases the lowest free items of some indexes.
--
-- ARGV  time, highest score, how many, lease (ms), by, token, number of indexes, index…
-- Returns  for each item: index, member, score, attempts, after, token

-- Expired leases are brought back in slices, so that a storm of them holds nobody up.
local EXPIRED_SLICE = 1000

local now = readTime()
local upTo = arg()
local most = count()
local lease = count()
local by = arg()
local token = arg()

local found = {}
for _ = 1, count() do
  local index = arg()
  local expired = redis.call('ZRANGEBYSCORE', key('h', index), '-inf', text(now), 'LIMIT', 0, EXPIRED_SLICE)
  for _, member in ipairs(expired) do
    free(index, member)
    writeItem(index, member, readItem(index, member), '', '')
  end
  local lowest = redis.call('ZRANGEBYSCORE', key('f', index), '-inf', upTo, 'WITHSCORES', 'LIMIT', 0, most)
  for n = 1, #lowest, 2 do
    found[#found + 1] = { index = index, member = lowest[n], score = lowest[n + 1], order = tonumber(lowest[n + 1]) }
  end
end
table.sort(found, function(one, other)
  if one.order ~= other.order then return one.order < other.order end
  return isBefore(one.member, other.member)
end)

local taken = {}
for n = 1, math.min(most, #found) do
  local item = found[n]
  local attempts = readItem(item.index, item.member) + 1
  local name = token .. '-' .. n
  redis.call('ZADD', key('h', item.index), text(now + lease), item.member)
  redis.call('ZREM', key('f', item.index), item.member)
  writeItem(item.index, item.member, attempts, name, by)
  local after = redis.call('HGET', key('l', item.member), 'u:' .. item.index) or '0'
  for _, value in ipairs({ item.index, item.member, item.score, tostring(attempts), after, name }) do
    taken[#taken + 1] = value
  end
end
return taken
