-- Store.commit: all of a change, or none of it.
--
-- ARGV  time, change id, how long changes and outside ids are remembered (ms),
--       then each list with its length before it:
--         rely     key, version
--         put      key, expected version, schema, body, number of terms (-1: those it has), (index, score)…
--         append   log, body, outside id or '', lines kept or '', number of wakes, index…
--         consume  log, up to, index, decided at or ''
--         unique   name, owner or '', instead of or ''
--         erase    log, sequence number, body
--         drop     key, expected version
--         trim     log, up to, '1' for the whole log or ''
--         take     log, index, by, lease (ms), token, number of records, key…, number of names, unique name…,
--                  how many lines, '' when nothing is to be read
-- Returns  { 'committed' | 'already', '<seq>,<seq>…' } | { 'duplicate', log, seq } | { 'stale' };
--          'committed' is followed by score, attempts and after of what was taken, and by what was read:
--          { { v, s, b of each record }, { owner, v, s, b of each name }, { seq, "<at> <body>" of each line } }

local TRIM_SLICE = 500

local now = readTime()
local changeId = arg()
local changeMemory = count()
local outsideMemory = count()

local relies, puts, appends, consumes, uniques, erases, takes = {}, {}, {}, {}, {}, {}, {}
local drops, trims = {}, {}
for i = 1, count() do relies[i] = { key = arg(), version = arg() } end
for i = 1, count() do
  local put = { key = arg(), version = arg(), schema = arg(), body = arg() }
  local terms = count()
  if terms >= 0 then
    put.terms = {}
    for n = 1, 2 * terms do put.terms[n] = arg() end
  end
  puts[i] = put
end
for i = 1, count() do
  local line = { log = arg(), body = arg(), once = arg(), keep = arg(), wakes = {} }
  for n = 1, count() do line.wakes[n] = arg() end
  appends[i] = line
end
for i = 1, count() do consumes[i] = { log = arg(), upTo = count(), index = arg(), after = arg() } end
for i = 1, count() do uniques[i] = { name = arg(), owner = arg(), insteadOf = arg() } end
for i = 1, count() do erases[i] = { log = arg(), seq = arg(), body = arg() } end
for i = 1, count() do drops[i] = { key = arg(), version = arg() } end
for i = 1, count() do trims[i] = { log = arg(), upTo = count(), whole = arg() } end
for i = 1, count() do
  local take = { log = arg(), index = arg(), by = arg(), lease = count(), token = arg(), records = {}, names = {} }
  for n = 1, count() do take.records[n] = arg() end
  for n = 1, count() do take.names[n] = arg() end
  take.lines = arg()
  takes[i] = take
end

-- What was done before.
local before = redis.call('GET', key('c', changeId))
if before then
  local at, seqs = string.match(before, '^(%d+) (.*)$')
  if tonumber(at) > now - changeMemory then return { 'already', seqs } end
end
for _, line in ipairs(appends) do
  local first = line.once ~= '' and redis.call('GET', key('o', line.once))
  if first then
    local at, seq, log = string.match(first, '^(%d+) (%d+) (.*)$')
    if tonumber(at) > now - outsideMemory then return { 'duplicate', log, seq } end
  end
end

-- What it was decided on. Version and terms of a record are read once, whatever the change does with it.
local standing = {}
local function stored(record)
  standing[record] = standing[record] or redis.call('HMGET', key('r', record), 'v', 't')
  return standing[record]
end
local function isStale(record)
  return (stored(record.key)[1] or '0') ~= record.version
end
for _, rely in ipairs(relies) do
  if isStale(rely) then return { 'stale' } end
end
for _, put in ipairs(puts) do
  if isStale(put) then return { 'stale' } end
end
for _, drop in ipairs(drops) do
  if isStale(drop) then return { 'stale' } end
end
local doneTo = {}
for _, consume in ipairs(consumes) do
  local done = redis.call('HGET', key('l', consume.log), 'u:' .. consume.index) or '0'
  if consume.after ~= '' and done ~= consume.after then return { 'stale' } end
  doneTo[pending(consume.index, consume.log)] = tonumber(done)
end
for _, unique in ipairs(uniques) do
  local owner = unique.owner ~= '' and redis.call('GET', key('u', unique.name))
  if owner and owner ~= unique.owner and owner ~= unique.insteadOf then return { 'stale' } end
end
for _, line in ipairs(erases) do
  if redis.call('HEXISTS', key('l', line.log), line.seq) == 0 then return { 'stale' } end
end

local ends = {}
local function lastSeq(log)
  ends[log] = ends[log] or tonumber(redis.call('HGET', key('l', log), 'n') or '0')
  return ends[log]
end
for _, trim in ipairs(trims) do
  if trim.whole ~= '' and lastSeq(trim.log) ~= trim.upTo then return { 'stale' } end
end
local seqs = {}
for i, line in ipairs(appends) do
  line.seq = lastSeq(line.log) + 1
  ends[line.log] = line.seq
  seqs[i] = text(line.seq)
end
local allSeqs = table.concat(seqs, ',')

-- From here on it is written. A full Redis refuses this first command, and so all of them.
redis.call('SET', key('c', changeId), text(now) .. ' ' .. allSeqs, 'PX', changeMemory)

-- The index entries of a record; nil: the ones it has. All of them are free again. Returns its terms as they are kept,
-- '' for none, and nil when that is how they are kept already.
local function setTerms(record, terms)
  local packed = stored(record)[2] or ''
  if packed == '' and (terms == nil or #terms == 0) then return nil end
  local had = packed ~= '' and cmsgpack.unpack(packed) or {}
  local scores = {}
  local wanted = terms or had
  for n = 1, #wanted, 2 do scores[wanted[n]] = wanted[n + 1] end
  local isThere, unchanged = {}, {}
  for n = 1, #had, 2 do
    local index, score = had[n], had[n + 1]
    isThere[index] = true
    if scores[index] == nil then
      remove(index, record)
    elseif scores[index] == score then
      unchanged[index] = redis.call('HEXISTS', key('i', index), record) == 0
        and redis.call('ZSCORE', key('h', index), record) == false
    end
  end
  for n = 1, #wanted, 2 do
    local index = wanted[n]
    if not unchanged[index] then
      if isThere[index] then place(index, record, wanted[n + 1])
      else enter(index, record, wanted[n + 1]) end
      touch(index)
    end
  end
  local kept = #wanted > 0 and cmsgpack.pack(wanted) or ''
  return kept ~= packed and kept or nil
end

for _, put in ipairs(puts) do
  local name = key('r', put.key)
  local terms = setTerms(put.key, put.terms)
  local fields = { 'v', text(tonumber(put.version) + 1), 's', put.schema, 'b', put.body }
  if terms == '' then redis.call('HDEL', name, 't')
  elseif terms then fields[7], fields[8] = 't', terms end
  redis.call('HSET', name, unpack(fields))
end

for _, drop in ipairs(drops) do
  setTerms(drop.key, {})
  redis.call('DEL', key('r', drop.key))
end

-- Says whether more is left to be let go of.
local function trim(log, upTo)
  local name = key('l', log)
  local first = tonumber(redis.call('HGET', name, 'f') or '1')
  local last = math.min(upTo, first + TRIM_SLICE - 1)
  if last < first then return false end
  local gone = {}
  for seq = first, last do gone[#gone + 1] = text(seq) end
  redis.call('HDEL', name, unpack(gone))
  redis.call('HSET', name, 'f', text(last + 1))
  return last < upTo
end

for _, old in ipairs(trims) do
  local upTo = math.min(old.upTo, lastSeq(old.log) - 1)
  repeat until not trim(old.log, upTo)
  if old.whole ~= '' then redis.call('DEL', key('l', old.log)) end
end

-- What this change takes itself is nothing for others: each of them would ask for it in vain.
local function isTaken(log, index)
  for _, take in ipairs(takes) do
    if take.log == log and take.index == index then return true end
  end
  return false
end

-- Lines that wait in this index were appended. Somebody at work keeps the lease, and sees them when done.
local function wake(log, index, lines)
  redis.call('RPUSH', pending(index, log), unpack(lines))
  if not redis.call('ZSCORE', key('x', index), log) then
    enter(index, log, text(now))
  elseif redis.call('ZSCORE', key('h', index), log) then
    local _, token = readItem(index, log)
    if token ~= '' then return end
    free(index, log)
  end
  if not isTaken(log, index) then touch(index) end
end

-- The lines of each log, and what they wake: written together, log by log. Slices, because Lua hands on only so many.
local LINES_SLICE = 1000
local grown, isGrown = {}, {}
for _, line in ipairs(appends) do
  local log = isGrown[line.log]
  if not log then
    log = { name = line.log, fields = {}, trimTo = 0, wakes = {}, waiting = {} }
    isGrown[line.log] = log
    grown[#grown + 1] = log
  end
  local seq = text(line.seq)
  if line.once ~= '' then
    redis.call('SET', key('o', line.once), text(now) .. ' ' .. seq .. ' ' .. line.log, 'PX', outsideMemory)
  end
  if line.keep ~= '' then log.trimTo = math.max(log.trimTo, line.seq - tonumber(line.keep)) end
  for _, index in ipairs(line.wakes) do
    local waiting = log.waiting[index]
    if not waiting then
      waiting = {}
      log.waiting[index] = waiting
      log.wakes[#log.wakes + 1] = index
    end
    waiting[#waiting + 1] = seq .. ' ' .. text(now)
    if #waiting == LINES_SLICE then
      wake(line.log, index, waiting)
      log.waiting[index] = {}
    end
  end
  local fields = log.fields
  fields[#fields + 1] = seq
  fields[#fields + 1] = text(now) .. ' ' .. line.body
  if #fields >= LINES_SLICE then
    redis.call('HSET', key('l', line.log), unpack(fields))
    log.fields = {}
  end
end
for _, log in ipairs(grown) do
  local fields = log.fields
  fields[#fields + 1] = 'n'
  fields[#fields + 1] = text(lastSeq(log.name))
  redis.call('HSET', key('l', log.name), unpack(fields))
  if log.trimTo > 0 then repeat until not trim(log.name, log.trimTo) end
  for _, index in ipairs(log.wakes) do
    local waiting = log.waiting[index]
    if #waiting > 0 then wake(log.name, index, waiting) end
  end
  touch(log.name)
end

-- Lines are done with in this index; the log stays in it if a later line waits there.
local DONE_SLICE = 20
for _, consume in ipairs(consumes) do
  local index, log = consume.index, consume.log
  -- Beyond the end of the log it would swallow lines that are still to come.
  local waiting = pending(index, log)
  local upTo = math.max(math.min(consume.upTo, lastSeq(log)), doneTo[waiting])
  doneTo[waiting] = upTo
  if upTo > 0 then redis.call('HSET', key('l', log), 'u:' .. index, text(upTo)) end
  local at
  repeat
    local oldest = redis.call('LRANGE', waiting, 0, DONE_SLICE - 1)
    local done = 0
    for _, entry in ipairs(oldest) do
      local seq, since = string.match(entry, '^(%d+) (%d+)$')
      if tonumber(seq) > upTo then
        at = since
        break
      end
      done = done + 1
    end
    if done > 0 then redis.call('LTRIM', waiting, done, -1) end
  until at or #oldest < DONE_SLICE
  if at then
    place(index, log, at)
    touch(index)
  else
    remove(index, log)
  end
end

for _, unique in ipairs(uniques) do
  if unique.owner == '' then redis.call('DEL', key('u', unique.name))
  else redis.call('SET', key('u', unique.name), unique.owner) end
end

for _, line in ipairs(erases) do
  local name = key('l', line.log)
  local at = string.match(redis.call('HGET', name, line.seq), '^%d+')
  redis.call('HSET', name, line.seq, at .. ' ' .. line.body)
end

-- What whoever takes it reads first.
local function readFor(take, after)
  local records, owners = {}, {}
  local function read(into, record)
    local fields = redis.call('HMGET', key('r', record), 'v', 's', 'b')
    for n = 1, 3 do into[#into + 1] = fields[n] end
  end
  for _, record in ipairs(take.records) do read(records, record) end
  for _, name in ipairs(take.names) do
    local owner = redis.call('GET', key('u', name))
    owners[#owners + 1] = owner
    read(owners, owner or '')
  end
  local log = key('l', take.log)
  local first = math.max(after + 1, tonumber(redis.call('HGET', log, 'f') or '1'))
  return { records, owners, linesBetween(log, first, math.min(lastSeq(take.log), first + tonumber(take.lines) - 1)) }
end

local answer = { 'committed', allSeqs }
for _, take in ipairs(takes) do
  local index, log = take.index, take.log
  local score = redis.call('ZSCORE', key('f', index), log)
  if score then
    local attempts = readItem(index, log) + 1
    redis.call('ZADD', key('h', index), text(now + take.lease), log)
    redis.call('ZREM', key('f', index), log)
    writeItem(index, log, attempts, take.token, take.by)
    answer[3], answer[4] = score, text(attempts)
    answer[5] = redis.call('HGET', key('l', log), 'u:' .. index) or '0'
    if take.lines ~= '' then answer[6] = readFor(take, tonumber(answer[5])) end
  end
end

tellWatchers()
return answer
