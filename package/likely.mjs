// Writes likely_words.hpp: node likely.mjs PACKAGES SLIPS, behind alike.mjs, whose rows it
// reads. From nodejieba (MIT) it takes cppjieba's dictionary (MIT), which is jieba's:
// words, and how often they were found; from found_words.hpp and words.hpp, what these
// reports are written in.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

const [packages, slips] = process.argv.slice(2).map(path => resolve(path))
const require = createRequire(import.meta.url)
const dictionary = readFileSync(
  `${packages}/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8`, 'utf8')
const jieba = `nodejieba ${require(`${packages}/nodejieba/package.json`).version}`

// --- how often a word must be found, and what words cost: −2 ln of their share

const least_found = 20, least_found_near = 3  // near: a slip makes it of a word of reports
const least_found_longer = 10
const least_cost = 7, most_cost = 32, cost_of_unknown = 36
const of_words = 22, of_other_words = 23, of_words_alone = 19  // at most, of words.hpp's lists
const told_in_isolation = 8                   // longer words that would be are kept
const core_cost = 18                          // words of reports that are as frequent: tier 1

const text_of = (file, name) => {
  const text = readFileSync(`${slips}/${file}`, 'utf8').split(`${name} =`)[1]
  return text.slice(0, text.indexOf(';'))
}
const literals = text => [...text.matchAll(/U"([^"]*)"/g)].map(match => match[1])
const words_in = (name, length) =>
  literals(text_of('words.hpp', name)).join('').match(new RegExp(`.{${length}}`, 'gu'))
const put = (map, key, value) => map.has(key) ? map.get(key).push(value) : map.set(key, [value])
const is_han = word => /^[\u4e00-\u9fff]+$/.test(word)

const found = new Map()
let all = 0
for (const line of dictionary.split('\n')) {
  const [word, times] = line.split(' ')
  if (word === '') continue
  all += Number(times)
  if (is_han(word)) found.set(word, Number(times))
}
const cost_of_times = times => Math.round(-2 * Math.log(times / all))

// --- costs and tiers of words: 1 frequent in reports, 2 of reports

const costs = new Map(), tiers = new Map()
const cheapen = (word, cost) => costs.set(word, Math.min(costs.get(word) ?? most_cost, cost))
for (const [word, times] of found) if (word.length <= 2) cheapen(word, cost_of_times(times))
for (const word of words_in('words_of_two', 2)) cheapen(word, of_words), tiers.set(word, 2)
for (const word of words_in('words_of_three', 3)) cheapen(word, of_words), tiers.set(word, 2)
for (const word of words_in('other_words', 2)) cheapen(word, of_other_words)
for (const word of words_in('words_of_one', 1)) cheapen(word, of_words_alone)
for (const word of words_in('words_of_one_alone', 1)) cheapen(word, of_words_alone)
const rows_found = readFileSync(`${slips}/found_words.hpp`, 'utf8')
for (const [length, name] of [[1, 'one'], [2, 'two'], [3, 'three']]) {
  const text = rows_found.split(`found_of_${name}[] =`)[1].split('};')[0]
  for (const [, cost, rest] of text.matchAll(/\{(\d+),([^}]*)\}/g)) {
    for (const word of literals(rest).join('').match(new RegExp(`.{${length}}`, 'gu'))) {
      cheapen(word, Number(cost))
      if (length === 2) tiers.set(word, Number(cost) <= core_cost ? 1 : 2)
    }
  }
}
for (const word of [...tiers.keys()])
  if (word.length === 2 && costs.get(word) <= core_cost) tiers.set(word, 1)
const right_words = new Set(words_in('other_words', 2))
for (const word of right_words) tiers.delete(word)

// --- which words of two are kept

const rows = literals(readFileSync(`${slips}/alike.hpp`, 'utf8').split('alike[] =')[1].split('};')[0]
  .replace(/"\n\s+U"/g, ''))
const alike = new Map()
for (const row of rows) for (const c of row) put(alike, c, row)
const slips_of = ([one, other]) => [
  ...(alike.get(one) ?? []).flatMap(row => [...row]).map(c => c + other),
  ...(alike.get(other) ?? []).flatMap(row => [...row]).map(c => one + c),
  other + one]
const of_reports = [...tiers].filter(([word]) => word.length === 2)
const near = new Set(of_reports.flatMap(([word]) => slips_of(word)))
const two = [...costs.keys()].filter(word => word.length === 2 &&
  (tiers.has(word) || right_words.has(word) || (found.get(word) ?? 0) >= least_found ||
    (near.has(word) && found.get(word) >= least_found_near))).sort()
const cost_of = word => Math.max(Math.min(costs.get(word), most_cost), least_cost)
const kept = new Set(two)

// --- longer words: of three and four characters, where a slip would be told within them

/// The least that the characters cost, parted into words of one, two and three.
const cost_of_all = text => {
  const least = [0]
  for (let end = 1; end <= text.length; ++end) {
    const one = text[end - 1]
    let best = least[end - 1] + (costs.has(one) ? cost_of(one) : cost_of_unknown)
    const pair = text.slice(end - 2, end)
    if (end > 1 && kept.has(pair)) best = Math.min(best, least[end - 2] + cost_of(pair))
    least.push(best)
  }
  return least.at(-1)
}
const would_be_told = word => {
  for (let i = 0; i + 1 < word.length; ++i) {
    const own = cost_of_all(word)
    for (const right of new Set(slips_of(word.slice(i, i + 2)))) {
      if (!tiers.has(right) || right === word.slice(i, i + 2)) continue
      if (own - cost_of_all(word.slice(0, i) + right + word.slice(i + 2)) >= told_in_isolation)
        return true
    }
  }
  return false
}
const longer = [...found].filter(([word, times]) => (word.length === 3 || word.length === 4) &&
  times >= least_found_longer && would_be_told(word)).map(([word]) => word)
const threes = [...costs.keys()].filter(word => word.length === 3)
const of_longer = [...new Set([...longer, ...threes])].sort()

// --- likely_words.hpp

const pieces = (list, length) => {
  const out = []
  for (let at = 0; at < list.length; at += length) out.push(list.slice(at, at + length))
  return out
}
const wide = text => pieces([...text], 44).map(piece => `    u"${piece.join('')}"`).join('\n')
const escaped = character => character === '\\' ? '\\\\' : character
const narrow = text =>
  pieces([...text], 84).map(piece => `    "${piece.map(escaped).join('')}"`).join('\n')
/// A word's cost and tier in a character: from # on, 26 for each tier.
const rank = word => String.fromCharCode('#'.charCodeAt(0) +
  (tiers.get(word) ?? 0) * (most_cost - least_cost + 1) + cost_of(word) - least_cost)
const letter = cost => String.fromCharCode('a'.charCodeAt(0) + cost - least_cost)
/// Words in rows by one of their characters: the characters of the rows, and the rows.
const in_rows = (words, key, rest) => {
  const by_key = new Map()
  for (const word of words) put(by_key, key(word), word)
  const keys = [...by_key.keys()].sort()
  const joined = of => keys.map(c => by_key.get(c).map(of).join('')).join('|')
  return { keys: keys.join(''), rest: joined(rest), joined }
}
const first = in_rows(two, word => word[0], word => word[1])
const last = in_rows(two.filter(word => tiers.has(word)), word => word[1], word => word[0])
const long = in_rows(of_longer, word => word[0], word => word.slice(1).padEnd(3))
const alone = [...costs.keys()].filter(word => word.length === 1 && costs.get(word) < most_cost).sort()
writeFileSync(`${slips}/likely_words.hpp`, `\
// Made by package/alike.sh, of found_words.hpp, words.hpp, and the words of cppjieba's
// dictionary, which is jieba's, in ${jieba} (MIT).
#pragma once

#include <string_view>

namespace nianbao::wording::likely {

/// Words of two characters: the first ones; for each of them a row of second ones, with
/// '|' between; and of each word what it costs, ${least_cost} to ${most_cost}: twice the natural logarithm
/// of how many words there are for one of these. It is a character from '#' on; of words
/// that are frequent in these reports from '=' on, of others of theirs from 'W' on. The
/// rest is never told.
inline constexpr std::u16string_view firsts =
${wide(first.keys)};
inline constexpr std::u16string_view seconds =
${wide(first.rest)};
inline constexpr std::string_view ranks =
${narrow(first.joined(rank))};
/// Those that are told: by their last characters, the first ones.
inline constexpr std::u16string_view lasts =
${wide(last.keys)};
inline constexpr std::u16string_view firsts_of_lasts =
${wide(last.rest)};
/// Words of three and four characters within which others might be told, by their first
/// ones: the three behind it.
inline constexpr std::u16string_view firsts_of_longer =
${wide(long.keys)};
inline constexpr std::u16string_view longer =
${wide(long.rest)};
/// Characters that are words by themselves.
inline constexpr std::u16string_view alone =
${wide(alone.join(''))};
inline constexpr std::string_view costs_alone =
${narrow(alone.map(word => letter(cost_of(word))).join(''))};

}  // namespace nianbao::wording::likely
`)
console.error(`${two.length} words of two, ${of_longer.length} longer, ${alone.length} alone`)
