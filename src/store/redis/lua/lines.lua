-- Store.lines and Store.linesBefore: lines of a log in order.
--
-- ARGV  log, 'after' | 'before', sequence number ('' with 'before': the end of the log), limit
-- Returns  for each line: seq, "<at> <body>"

local log, direction, from, limit = arg(), arg(), arg(), count()
local name = key('l', log)
local ends = redis.call('HMGET', name, 'f', 'n')
local first, last = tonumber(ends[1] or '1'), tonumber(ends[2] or '0')
if direction == 'after' then
  first = math.max(first, tonumber(from) + 1)
  last = math.min(last, first + limit - 1)
else
  if from ~= '' then last = math.min(last, tonumber(from) - 1) end
  first = math.max(first, last - limit + 1)
end

return linesBetween(name, first, last)
