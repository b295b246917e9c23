// Writes alike.hpp, but its rows by hand, and dictionary_words.hpp: node alike.mjs
// PACKAGES SLIPS. PACKAGES: where alike.sh has put its packages; SLIPS:
// lib/check/wording/slips, whose words.hpp says which words there are.
//
// Of the packages only this is taken:
// - pinyin-pro (MIT): the readings of a character;
// - hanzi: cjk-decomp, Gavin Grover's data of what characters consist of. The package is
//   MIT, but says that its data are under their own licences; these are under any of six,
//   MIT and Apache-2.0 among them;
// - nodejieba (MIT): cppjieba's dictionary (MIT), which is jieba's: words, and how often
//   they were found.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

const [packages, slips] = process.argv.slice(2).map(path => resolve(path))
const require = createRequire(import.meta.url)
const { pinyin } = require(`${packages}/pinyin-pro/dist/index.js`)
const decompositions = require(`${packages}/hanzi/lib/data/cjk-decomp.txt.js`)
const dictionary = readFileSync(
  `${packages}/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8`, 'utf8')
const named = name => `${name} ${require(`${packages}/${name}/package.json`).version}`

// --- how many of the most frequent characters count, and how often a word must be found

const characters_known = 3800   // have a rank and readings
const characters_of_sound = 3700
const characters_of_nearly_one_sound = 1200
const characters_of_looks = 3700
const most_of_one_right_part = 14, most_of_one_left_part = 6
const least_found = 20

/// Words that the rule for dictionary_words.hpp selects, but that are slips in these
/// reports: 登基 of 登记, 解毒 of 解读.
const slips_all_the_same = ['登基', '公式', '意旨', '解毒', '流言', '机智', '审察', '素志', '报到',
  '怎地', '量度', '常会']

// --- what there is

/// The text of a constant that consists of literals.
const constant = (file, name) => {
  const text = readFileSync(`${slips}/${file}`, 'utf8').split(`std::u32string_view ${name} =`)[1]
  return literals(text.slice(0, text.indexOf(';'))).join('')
}
const literals = text => [...text.matchAll(/U"([^"]*)"/g)].map(match => match[1])
const put = (map, key, value) => map.has(key) ? map.get(key).push(value) : map.set(key, [value])
const once = list => [...new Set(list)]
const by_key = map => [...map].sort(([a], [b]) => a < b ? -1 : 1)

const words_of_two = new Set(constant('words.hpp', 'words_of_two').match(/../gu))
const words_alone = new Set(constant('words.hpp', 'words_of_one_alone'))
const in_words = new Set([...words_of_two, constant('words.hpp', 'words_of_three')].join(''))

const found = new Map()  // how often: words, and characters in them
const found_character = new Map()
for (const line of dictionary.split('\n')) {
  const [word, times] = line.split(' ')
  if (word === '') continue
  found.set(word, Number(times))
  for (const c of word) found_character.set(c, (found_character.get(c) ?? 0) + Number(times))
}
const known = [...found_character].filter(([c]) => /^[\u4e00-\u9fa5]$/.test(c))
  .sort(([, a], [, b]) => b - a).slice(0, characters_known).map(([c]) => c)
const ranks = new Map(known.map((c, rank) => [c, rank]))
const rank = c => ranks.get(c) ?? characters_known
/// The known ones of that many most frequent characters, and perhaps those of the words.
const frequent = (count, with_words) =>
  known.filter(c => rank(c) < count || (with_words && in_words.has(c)))
const readings = c =>
  once(pinyin(c, { toneType: 'none', multiple: true, type: 'array', v: true }))

// --- rows of characters that are alike

/// Those of each syllable, whatever its tone.
const of_one_syllable = () => {
  const rows = new Map()
  for (const c of frequent(characters_of_sound, true))
    for (const syllable of readings(c)) put(rows, syllable, c)
  return by_key(rows).map(([, row]) => row).filter(row => row.length > 1)
}

/// Those of syllables that many people speak alike: zh and z, n and l, ing and in.
const of_nearly_one = () => {
  const spoken = syllable => syllable.replace(/^([zcs])h/, '$1').replace(/^n/, 'l')
    .replace(/([iea]n)g$/, '$1')
  const rows = new Map()
  for (const c of frequent(characters_of_nearly_one_sound, false))
    for (const syllable of readings(c)) put(rows, spoken(syllable), [syllable, c])
  return by_key(rows).filter(([, row]) => once(row.map(([syllable]) => syllable)).length > 1)
    .map(([, row]) => {
      const syllables = new Map()
      for (const [syllable, c] of row) put(syllables, syllable, c)
      return once(by_key(syllables).flatMap(([, of_it]) => of_it))
    })
}

/// Those that have one of their two parts in common, and that part: where they are few
/// and one is in a word.
const of_one_part = () => {
  const seen = new Set([...frequent(characters_of_looks, false), ...in_words])
  const left = new Map(), right = new Map(), parts = []
  const two_parts = /^(.):(?:a|d|s\w*|d\/\w+|a\/\w+)\(([^,()]+),([^,()]+)\)/gmu
  const add = (rows, most, part, c) => {
    if (!rows.has(part)) parts.push([rows, most, part])
    put(rows, part, c)
  }
  for (const [, c, first, second] of decompositions.matchAll(two_parts)) {
    if (!seen.has(c)) continue
    add(right, most_of_one_right_part, second, c)
    add(left, most_of_one_left_part, first, c)
  }
  const rows = parts.map(([rows, most, part]) => {
    const row = once(seen.has(part) ? [...rows.get(part), part] : rows.get(part))
    return row.length <= most ? row.sort((a, b) => rank(a) - rank(b)) : []
  }).filter(row => row.length > 1 && row.some(c => in_words.has(c)))
  const different = once(rows.map(row => row.join(''))).map(row => new Set(row))
  const within = (row, other) => row.size < other.size && [...row].every(c => other.has(c))
  return different.filter(row => !different.some(other => within(row, other))).map(row => [...row])
}

// --- alike.hpp

const in_pieces = (list, length) => {
  const pieces = []
  for (let at = 0; at < list.length; at += length)
    pieces.push(`    U"${list.slice(at, at + length).join('')}"`)
  return pieces.join('\n')
}
const initializers = rows => rows.map(row => in_pieces(row, 40) + ',\n').join('')

const by_hand = '    // ------------------------------------------------------------ by hand\n'
const alike = readFileSync(`${slips}/alike.hpp`, 'utf8')
const hand = alike.slice(alike.indexOf(by_hand))
if (!alike.includes(by_hand)) throw new Error('alike.hpp has no rows by hand')
const rows = [of_one_syllable(), of_nearly_one(), of_one_part()]
const hand_with_counts = hand.replace(/(rows_of_one_syllable = )\d+/, `$1${rows[0].length}`)
  .replace(/(rows_of_nearly_one = )\d+/, `$1${rows[1].length}`)
writeFileSync(`${slips}/alike.hpp`, `\
// Characters that are typed for one another. All to the rows by hand is made by
// package/alike.sh, which says by what rules and licences: how characters sound is from
// ${named('pinyin-pro')} (MIT), what they consist of from cjk-decomp in ${named('hanzi')} (MIT or
// Apache-2.0), how frequent they are from cppjieba's dictionary in ${named('nodejieba')} (MIT).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace nianbao::wording {

/// Characters that are typed for one another because they sound alike, or look alike.
inline constexpr std::u32string_view alike[] = {
    // ------------------------------------------------------------ of one syllable
${initializers(rows[0])}\
    // ------------------------------------------------------------ of nearly one: 进 and 经
${initializers(rows[1])}\
    // ------------------------------------------------------------ of one part
${initializers(rows[2])}${hand_with_counts}`)

// --- dictionary_words.hpp

const alike_to = new Map()
const rows_by_hand = literals(hand.slice(0, hand.indexOf('};'))).map(row => [...row])
for (const row of [...rows.flat(), ...rows_by_hand])
  for (const c of row) put(alike_to, c, row)
/// What a slip makes of a word: a character for another, or both in each other's place.
const slips_of = ([one, other]) => [
  ...(alike_to.get(one) ?? []).flat().map(c => c + other),
  ...(alike_to.get(other) ?? []).flat().map(c => one + c),
  other + one]
const left_out = new Set([...words_of_two, ...slips_all_the_same])
const selected = once([...words_of_two].flatMap(slips_of)).filter(word =>
  (found.get(word) ?? 0) >= least_found && !left_out.has(word) &&
  ![...word].some(c => words_alone.has(c)))
selected.sort(([a, b], [c, d]) => rank(a) - rank(c) || rank(b) - rank(d))
writeFileSync(`${slips}/dictionary_words.hpp`, `\
// Made by package/alike.sh, of words in cppjieba's dictionary, which is jieba's, in
// ${named('nodejieba')} (MIT).
#pragma once

#include <string_view>

namespace nianbao::wording {

/// More of other_words: words of two characters that were found ${least_found} times or more, and
/// that a slip makes of words_of_two, by the rows of alike.hpp or by two characters in
/// each other's place; without those that have a character of words_of_one_alone, and
/// those that are slips here all the same (公式 of 公示), which package/alike.mjs lists.
inline constexpr std::u32string_view dictionary_words =
${in_pieces(selected, 20)};

}  // namespace nianbao::wording
`)
