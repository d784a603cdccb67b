// What another implementation says about trees, proofs and notes that are told as JSON on standard input.
// Prints what it does not agree with, and a note of its own to be checked the other way round.
package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type told struct {
	Entries     [][]byte
	Roots       []root
	Inclusions  []inclusion
	Consistency []consistency
	Tiles       []tile
	Bundles     []bundle
	Notes       []signed
}

type root struct {
	Size int64
	Hash tlog.Hash
}

type inclusion struct {
	Size, Index int64
	Hashes      []tlog.Hash
}

type consistency struct {
	From, To int64
	Hashes   []tlog.Hash
}

type tile struct {
	Level, Width int
	Index        int64
	Path         string
	Data         []byte
}

type bundle struct {
	First int64
	Data  []byte
}

type signed struct {
	Note, Key, Text string
}

type answer struct {
	Problems []string `json:"problems"`
	Key      string   `json:"key"`
	Note     string   `json:"note"`
}

var problems = []string{}

func expect(holds bool, what string, values ...any) {
	if !holds {
		problems = append(problems, fmt.Sprintf(what, values...))
	}
}

func main() {
	var all told
	if err := json.NewDecoder(os.Stdin).Decode(&all); err != nil {
		log.Fatal(err)
	}
	hashes := storedHashes(all.Entries)
	roots := map[int64]tlog.Hash{}
	for size := int64(0); size <= int64(len(all.Entries)); size++ {
		roots[size] = must(tlog.TreeHash(size, hashes))
	}
	for _, told := range all.Roots {
		expect(told.Hash == roots[told.Size], "root of %d", told.Size)
	}
	for _, told := range all.Inclusions {
		own := must(tlog.ProveRecord(told.Size, told.Index, hashes))
		expect(same(own, told.Hashes), "other proof of %d in %d", told.Index, told.Size)
		leaf := tlog.RecordHash(all.Entries[told.Index])
		err := tlog.CheckRecord(told.Hashes, told.Size, roots[told.Size], told.Index, leaf)
		expect(err == nil, "%d in %d: %v", told.Index, told.Size, err)
	}
	for _, told := range all.Consistency {
		own := must(tlog.ProveTree(told.To, told.From, hashes))
		expect(same(own, told.Hashes), "other proof from %d to %d", told.From, told.To)
		err := tlog.CheckTree(told.Hashes, told.To, roots[told.To], told.From, roots[told.From])
		expect(err == nil, "from %d to %d: %v", told.From, told.To, err)
	}
	for _, told := range all.Tiles {
		own := tlog.Tile{H: 8, L: told.Level, N: told.Index, W: told.Width}
		path := strings.Replace(own.Path(), "tile/8/", "", 1)
		expect(path == told.Path, "tile %s is at %s", told.Path, path)
		data := must(tlog.ReadTileData(own, hashes))
		expect(bytes.Equal(data, told.Data), "tile %s has other hashes", told.Path)
	}
	for _, told := range all.Bundles {
		checkBundle(told, all.Entries)
	}
	for _, told := range all.Notes {
		verifier := must(note.NewVerifier(told.Key))
		opened, err := note.Open([]byte(told.Note), note.VerifierList(verifier))
		expect(err == nil, "note: %v", err)
		expect(err != nil || opened.Text == told.Text, "note has another text")
	}
	key, text := ownNote(roots[int64(len(all.Entries))], len(all.Entries))
	if err := json.NewEncoder(os.Stdout).Encode(answer{problems, key, text}); err != nil {
		log.Fatal(err)
	}
}

func storedHashes(entries [][]byte) tlog.HashReader {
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		found := make([]tlog.Hash, len(indexes))
		for at, index := range indexes {
			found[at] = stored[index]
		}
		return found, nil
	})
	for at, entry := range entries {
		stored = append(stored, must(tlog.StoredHashes(int64(at), entry, reader))...)
	}
	return reader
}

func checkBundle(told bundle, entries [][]byte) {
	at := told.First
	for rest := told.Data; len(rest) > 0; at++ {
		end := 2 + int(binary.BigEndian.Uint16(rest))
		expect(bytes.Equal(rest[2:end], entries[at]), "entry %d of a bundle", at)
		rest = rest[end:]
	}
	expect(at > told.First, "an empty bundle")
}

func ownNote(root tlog.Hash, size int) (key string, text string) {
	private, key, err := note.GenerateKey(nil, "go.test/log")
	if err != nil {
		log.Fatal(err)
	}
	signer := must(note.NewSigner(private))
	checkpoint := fmt.Sprintf("go.test/log\n%d\n%s\n", size, root)
	return key, string(must(note.Sign(&note.Note{Text: checkpoint}, signer)))
}

func same(a, b []tlog.Hash) bool {
	if len(a) != len(b) {
		return false
	}
	for at := range a {
		if a[at] != b[at] {
			return false
		}
	}
	return true
}

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}
