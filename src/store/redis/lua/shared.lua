-- Put before every script: names of keys, time, and the moves of an item in an index.
--
-- KEYS[1] is the prefix of all keys of the desk. Every key holds its hash tag, so that they live on one node of a
-- cluster; the others are made here because which indexes a record was in is known only when it is read.
--
--   r:<record>   hash   v version, s schema, b body, t its terms (MessagePack: index, score, index, score…)
--   l:<log>      hash   <seq> "<at> <body>", n the last sequence number, f the first one kept,
--                       u:<index> the sequence number up to which the log is consumed there
--   p:<index> <log> list  "<seq> <at>" of the lines that wait to be consumed, oldest first
--   x:<index>    zset   every member by score
--   f:<index>    zset   those that can be taken, by the same score
--   h:<index>    zset   those that are leased or put back for later, by the time when they are free again
--   i:<index>    hash   "<attempts> <token> <by>" of members that were taken; no token: not leased
--   u:<name>     string the record that owns the name
--   c:<change>   string "<at> <seq>,<seq>…", kept as long as a change is remembered
--   w            string written before WAIT, by whoever wants to know that a replica has what was written before
--   o:<id>       string "<at> <seq> <log>", kept as long as an outside id is remembered
--
-- Redis undoes nothing when a script fails halfway: a script checks everything before its first write, and its first
-- write is one that a full Redis refuses (redis.io/docs/latest/develop/programmability/eval-intro).

local prefix = KEYS[1]
local cursor = 0

local function arg()
  cursor = cursor + 1
  return ARGV[cursor]
end

local function count()
  return tonumber(arg())
end

local function key(kind, name)
  return prefix .. kind .. ':' .. name
end

local function pending(index, log)
  return key('p', #index .. ':' .. index .. log)
end

-- Milliseconds as text. Lua's own tostring() rounds to 14 digits.
local function text(number)
  return string.format('%.0f', number)
end

-- The first argument of every script that needs time: empty for Redis's own clock.
local function readTime()
  local given = arg()
  if given ~= '' then return tonumber(given) end
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end

-- Names that watchers are told of, each once.
local touched = {}
local isTouched = {}
local function touch(name)
  if not isTouched[name] then
    isTouched[name] = true
    touched[#touched + 1] = name
  end
end

local function tellWatchers()
  if #touched > 0 then redis.call('PUBLISH', prefix .. 'hints', cjson.encode(touched)) end
end

-- attempts (number), token ('' for none), by ('' for none)
local function readItem(index, member)
  local value = redis.call('HGET', key('i', index), member)
  if not value then return 0, '', '' end
  local attempts, token, by = string.match(value, '^(%d+) (%S*) (.*)$')
  return tonumber(attempts), token, by
end

local function writeItem(index, member, attempts, token, by)
  if attempts == 0 and token == '' then
    redis.call('HDEL', key('i', index), member)
  else
    redis.call('HSET', key('i', index), member, attempts .. ' ' .. token .. ' ' .. by)
  end
end

-- A member that was not in the index before, free to be taken.
local function enter(index, member, score)
  redis.call('ZADD', key('x', index), score, member)
  redis.call('ZADD', key('f', index), score, member)
end

-- Free to be taken, with its attempts begun anew.
local function place(index, member, score)
  enter(index, member, score)
  redis.call('ZREM', key('h', index), member)
  redis.call('HDEL', key('i', index), member)
end

local function remove(index, member)
  redis.call('ZREM', key('x', index), member)
  redis.call('ZREM', key('f', index), member)
  redis.call('ZREM', key('h', index), member)
  redis.call('HDEL', key('i', index), member)
end

-- Free to be taken again, with its attempts as they are.
local function free(index, member)
  redis.call('ZREM', key('h', index), member)
  redis.call('ZADD', key('f', index), redis.call('ZSCORE', key('x', index), member), member)
end

-- Lines of a log as seq, "<at> <body>"…; read in slices, because a command takes only so many arguments from Lua.
local function linesBetween(name, first, last)
  local SLICE = 1000
  local lines = {}
  for slice = first, last, SLICE do
    local seqs = {}
    for seq = slice, math.min(last, slice + SLICE - 1) do seqs[#seqs + 1] = text(seq) end
    for n, line in ipairs(redis.call('HMGET', name, unpack(seqs))) do
      lines[#lines + 1] = seqs[n]
      lines[#lines + 1] = line
    end
  end
  return lines
end

-- Byte by byte, as Redis orders members of one score. Lua's own < goes by the machine's locale.
local function isBefore(one, other)
  local shorter = math.min(#one, #other)
  for at = 1, shorter do
    local a, b = string.byte(one, at), string.byte(other, at)
    if a ~= b then return a < b end
  end
  return #one < #other
end
