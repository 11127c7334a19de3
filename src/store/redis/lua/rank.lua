-- Store.rank: how many members stand before this one, and how many there are.
--
-- ARGV  index, member
-- Returns  { before, or false when it is no member; size }

local name = key('x', arg())
return { redis.call('ZRANK', name, arg()), redis.call('ZCARD', name) }
