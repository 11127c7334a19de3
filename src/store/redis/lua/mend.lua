-- Store.mend: entries of indexes held against what they stand for.
--
-- ARGV  number of claims, then for each: index, member, version ('' for a log), score ('' for no place there)
-- Returns  { { 'right' | 'mended' | 'passed', … }, { index, member, … of strays } }

-- Looked at of each index for what could be taken and is no member: what Store.take meets first.
local STRAYS_SLICE = 100

-- A record's own terms with this index at this score, or without it. Says whether they were so before.
local function setTerm(record, index, score)
  local name = key('r', record)
  local packed = redis.call('HGET', name, 't')
  local terms, isRight = {}, score == nil
  local had = packed and cmsgpack.unpack(packed) or {}
  for n = 1, #had, 2 do
    if had[n] == index then
      isRight = score ~= nil and tonumber(had[n + 1]) == tonumber(score)
    else
      terms[#terms + 1] = had[n]
      terms[#terms + 1] = had[n + 1]
    end
  end
  if isRight then return true end
  if score then
    terms[#terms + 1] = index
    terms[#terms + 1] = score
  end
  if #terms == 0 then redis.call('HDEL', name, 't')
  else redis.call('HSET', name, 't', cmsgpack.pack(terms)) end
  return false
end

-- Where a log stands: by the oldest of its lines that wait.
local function waitsSince(index, log)
  local oldest = redis.call('LINDEX', pending(index, log), 0)
  return oldest and string.match(oldest, '^%d+ (%d+)$') or nil
end

local function isPlaced(index, member, score)
  local at = redis.call('ZSCORE', key('x', index), member)
  local free = redis.call('ZSCORE', key('f', index), member)
  local held = redis.call('ZSCORE', key('h', index), member)
  if not score then return not at and not free and not held end
  if not at or tonumber(at) ~= tonumber(score) then return false end
  if free then return not held and tonumber(free) == tonumber(score) end
  return held ~= false
end

local indexes, isKnown, claimed = {}, {}, {}
for i = 1, count() do
  local index, member, version, score = arg(), arg(), arg(), arg()
  if not isKnown[index] then
    isKnown[index] = true
    indexes[#indexes + 1] = index
  end
  local isRecord = version ~= ''
  if isRecord and (redis.call('HGET', key('r', member), 'v') or '0') ~= version then
    claimed[i] = 'passed'
  else
    local wanted
    if not isRecord then wanted = waitsSince(index, member)
    elseif score ~= '' then wanted = score end
    local isRight = isPlaced(index, member, wanted)
    if isRecord and version ~= '0' and not setTerm(member, index, wanted) then isRight = false end
    if isRight then
      claimed[i] = 'right'
    else
      if wanted then
        place(index, member, wanted)
        touch(index)
      else
        remove(index, member)
      end
      claimed[i] = 'mended'
    end
  end
end

local strays = {}
for _, index in ipairs(indexes) do
  for _, kind in ipairs({ 'f', 'h' }) do
    for _, member in ipairs(redis.call('ZRANGE', key(kind, index), 0, STRAYS_SLICE - 1)) do
      if not redis.call('ZSCORE', key('x', index), member) then
        remove(index, member)
        strays[#strays + 1] = index
        strays[#strays + 1] = member
      end
    end
  end
end

tellWatchers()
return { claimed, strays }
