#include "app/cli/help.hpp"

namespace nilai::app {

namespace {

struct Help {
  std::string_view command, en, id;
};

constexpr Help helps[] = {
    {"",
     R"(nilai evaluates people by rules that everyone can read.

usage: nilai COMMAND …

  new DIR             a folder to start from: rules, records, a tour
  check RULEBOOK...   find what is wrong in rulebooks, run nothing
  run RULEBOOK        evaluate everyone in a data set, write the results
  explain RULEBOOK    say why one of them has its outcome
  explain-error CODE  what a problem means, with an example before and after
  graph RULEBOOK      what feeds what, as a picture
  test RULEBOOK...    run the tests that stand in rulebooks

  --help              of a command: nilai COMMAND --help
  --version           which version this is
  --lang id|en        messages in Indonesian or English; as the locale says, unless given

exit codes: 0 done, 1 the rulebook is wrong, 2 the command line is wrong, 3 the data are wrong,
            4 something outside failed

examples:
  nilai check samples/quickstart/quickstart.nilai
  nilai run samples/quickstart/quickstart.nilai --data samples/quickstart --period 2025-Q1
)",
     R"(nilai menilai orang menurut aturan yang dapat dibaca semua orang.

pemakaian: nilai PERINTAH …

  new DIR                folder untuk memulai: aturan, catatan, panduan
  check BUKU_ATURAN...   mencari yang salah dalam buku aturan, tanpa menjalankannya
  run BUKU_ATURAN        menilai semua orang dalam data, lalu menulis hasilnya
  explain BUKU_ATURAN    menjelaskan keputusan atas satu orang
  explain-error KODE     arti sebuah masalah, dengan contoh sebelum dan sesudah
  graph BUKU_ATURAN      apa memengaruhi apa, sebagai gambar
  test BUKU_ATURAN...    menjalankan uji yang ada dalam buku aturan

  --help                 dari sebuah perintah: nilai PERINTAH --help
  --version              versi program ini
  --lang id|en           bahasa pesan: Indonesia atau Inggris; bila tidak disebut, menurut locale

kode keluar: 0 selesai, 1 buku aturan salah, 2 baris perintah salah, 3 data salah,
             4 gangguan dari luar

contoh:
  nilai check samples/quickstart/quickstart.nilai
  nilai run samples/quickstart/quickstart.nilai --data samples/quickstart --period 2025-Q1
)"},
    {"check",
     R"(usage: nilai check RULEBOOK... [options]

Finds what is wrong in rulebooks: names, types, missing values, weights, gaps in cases. Runs nothing.

  RULEBOOK...             files; `-` is standard input

  --format text|json|sarif
                          for people, for programs, for editors and code hosts (text)
  --lang id|en            language of the messages

exit code 0: nothing wrong, or warnings alone; 1: errors; 4: a file cannot be read

examples:
  nilai check samples/jamsosratu/jamsosratu.nilai
  nilai check *.nilai --format sarif > problems.sarif
)",
     R"(pemakaian: nilai check BUKU_ATURAN... [pilihan]

Mencari yang salah dalam buku aturan: nama, jenis nilai, nilai kosong, bobot, celah antarkasus. Tidak menjalankan apa pun.

  BUKU_ATURAN...          berkas; `-` berarti masukan standar

  --format text|json|sarif
                          untuk orang, untuk program, untuk penyunting dan layanan kode (text)
  --lang id|en            bahasa pesan

kode keluar 0: tidak ada yang salah, atau hanya peringatan; 1: ada galat; 4: berkas tidak terbaca

contoh:
  nilai check samples/jamsosratu/jamsosratu.nilai
  nilai check *.nilai --format sarif > masalah.sarif
)"},
    {"run",
     R"(usage: nilai run RULEBOOK --data DATASET [options]

Evaluates everyone in the data for a period, and writes the results.

  RULEBOOK                a file; `-` is standard input
  --data DATASET          a folder of files named after the tables, or a dataset file
  --period PERIOD         2017-Q3, 2017-03, 2017-S1 or 2017, as the rulebook is run
  --out DIR               where the results go (nilai-out/PERIOD)
  --format csv,json       results.csv, results.json with every explanation, or both (csv)
  --rows TABLE            the rows of a table too, with its formulas: rows-TABLE.csv
  --strict                exit code 3 when a row or a value could not be used
  --show-personal         personal columns too
  --threads N             how many threads read (all cores)
  --quiet, --verbose      errors alone; durations too
  --log-format text|json  how messages are written (text)
  --lang id|en            language of reasons and messages

examples:
  nilai run samples/quickstart/quickstart.nilai --data samples/quickstart --period 2025-Q1
  nilai run samples/inspections/inspections.nilai --data dataset.yaml --period 2017-Q1 --rows inspection
)",
     R"(pemakaian: nilai run BUKU_ATURAN --data DATASET [pilihan]

Menilai semua orang dalam data untuk satu periode, lalu menulis hasilnya.

  BUKU_ATURAN             berkas; `-` berarti masukan standar
  --data DATASET          folder berisi berkas bernama tabel, atau berkas dataset
  --period PERIODE        2017-Q3, 2017-03, 2017-S1, atau 2017, menurut buku aturannya
  --out DIR               tempat hasilnya (nilai-out/PERIODE)
  --format csv,json       results.csv, results.json dengan semua penjelasan, atau keduanya (csv)
  --rows TABEL            baris sebuah tabel juga, dengan rumusnya: rows-TABEL.csv
  --strict                kode keluar 3 bila ada baris atau nilai yang tidak dapat dipakai
  --show-personal         kolom pribadi juga
  --threads N             jumlah utas pembaca (semua inti prosesor)
  --quiet, --verbose      galat saja; lama tiap langkah juga
  --log-format text|json  bentuk pesan (text)
  --lang id|en            bahasa alasan dan pesan

contoh:
  nilai run samples/quickstart/quickstart.nilai --data samples/quickstart --period 2025-Q1
  nilai run samples/inspections/inspections.nilai --data dataset.yaml --period 2017-Q1 --rows inspection
)"},
    {"explain",
     R"(usage: nilai explain RULEBOOK --data DATASET --subject ID [options]

Says why one of those evaluated has its outcome: the cases in order, the score as a sum to add again,
each criterion and measure down to counts, and earlier periods.

  RULEBOOK                a file; `-` is standard input
  --data DATASET          a folder of files named after the tables, or a dataset file
  --period PERIOD         2017-Q3, 2017-03, 2017-S1 or 2017, as the rulebook is run
  --subject ID            whom: the key; several key columns are joined by commas
  --format text|json      for people or for programs (text)
  --threads N             how many threads read (all cores)
  --quiet, --verbose      errors alone; durations too
  --log-format text|json  how messages are written (text)
  --lang id|en            language of the explanation and of messages

examples:
  nilai explain samples/quickstart/quickstart.nilai --data samples/quickstart --period 2025-Q1 --subject P2
  nilai explain rules.nilai --data dataset.yaml --period 2017-Q3 --subject P0001 --format json
)",
     R"(pemakaian: nilai explain BUKU_ATURAN --data DATASET --subject ID [pilihan]

Menjelaskan keputusan atas satu orang: kasus demi kasus, nilai sebagai penjumlahan yang dapat dihitung ulang,
tiap kriteria dan ukuran sampai ke hitungan barisnya, dan periode sebelumnya.

  BUKU_ATURAN             berkas; `-` berarti masukan standar
  --data DATASET          folder berisi berkas bernama tabel, atau berkas dataset
  --period PERIODE        2017-Q3, 2017-03, 2017-S1, atau 2017, menurut buku aturannya
  --subject ID            siapa: kuncinya; bila beberapa kolom, dipisah koma
  --format text|json      untuk orang atau untuk program (text)
  --threads N             jumlah utas pembaca (semua inti prosesor)
  --quiet, --verbose      galat saja; lama tiap langkah juga
  --log-format text|json  bentuk pesan (text)
  --lang id|en            bahasa penjelasan dan pesan

contoh:
  nilai explain samples/quickstart/quickstart.nilai --data samples/quickstart --period 2025-Q1 --subject P2
  nilai explain aturan.nilai --data dataset.yaml --period 2017-Q3 --subject P0001 --format json
)"},
    {"explain-error",
     R"(usage: nilai explain-error [CODE] [options]

Says what a problem means, why it matters, and shows an example before it is mended and after.

  CODE                    as messages show it: N2104, n2104 or 2104; without it, the list of all codes

  --lang id|en            language of the page

examples:
  nilai explain-error N3201
  nilai explain-error --lang id
)",
     R"(pemakaian: nilai explain-error [KODE] [pilihan]

Menjelaskan arti sebuah masalah dan mengapa penting, dengan contoh sebelum dan sesudah diperbaiki.

  KODE                    seperti dalam pesannya: N2104, n2104, atau 2104; tanpa kode, daftar semua kode

  --lang id|en            bahasa halamannya

contoh:
  nilai explain-error N3201
  nilai explain-error --lang id
)"},
    {"graph",
     R"(usage: nilai graph RULEBOOK [options]

Shows what feeds what: tables and columns, measures and parameters, criteria, score, decision, outcomes.

  RULEBOOK                a file; `-` is standard input

  --of NAME               only what feeds NAME, and what a change to NAME touches, told apart;
                          NAME: a measure, a table, TABLE.COLUMN, an outcome, …
  --format dot|svg|json|mermaid
                          for Graphviz (dot), drawn by Graphviz (svg), for programs, for wikis
  --lang id|en            language of labels and messages

exit code 1: the rulebook is wrong; 2: there is no NAME; 4: Graphviz is not installed

examples:
  nilai graph samples/jamsosratu/jamsosratu.nilai --format svg > rules.svg
  nilai graph samples/jamsosratu/jamsosratu.nilai --of caseload --format mermaid
)",
     R"(pemakaian: nilai graph BUKU_ATURAN [pilihan]

Menunjukkan apa memengaruhi apa: tabel dan kolom, ukuran dan tetapan, kriteria, nilai, putusan, keputusan.

  BUKU_ATURAN             berkas; `-` berarti masukan standar

  --of NAMA               hanya yang mengisi NAMA, dan yang terkena bila NAMA berubah, dibedakan;
                          NAMA: ukuran, tabel, TABEL.KOLOM, keputusan, …
  --format dot|svg|json|mermaid
                          untuk Graphviz (dot), digambar Graphviz (svg), untuk program, untuk wiki
  --lang id|en            bahasa label dan pesan

kode keluar 1: buku aturan salah; 2: NAMA tidak ada; 4: Graphviz tidak terpasang

contoh:
  nilai graph samples/jamsosratu/jamsosratu.nilai --format svg > aturan.svg
  nilai graph samples/jamsosratu/jamsosratu.nilai --of caseload --format mermaid
)"},
    {"new",
     R"(usage: nilai new DIR [options]

Makes a folder to start from: a small rulebook, a few records, a dataset file that ties them together, and a
README that tours all of it step by step. Nothing is ever written over.

  DIR                     a folder that is not there yet, or is empty

  --lang id|en            language of names, labels and the README

exit code 2: the folder is not empty; 4: it cannot be written

examples:
  nilai new first-steps
  nilai new langkah-pertama --lang id
)",
     R"(pemakaian: nilai new DIR [pilihan]

Membuat folder untuk memulai: buku aturan kecil, beberapa catatan, berkas dataset yang menghubungkannya, dan
README yang memandu langkah demi langkah. Tidak ada berkas yang ditimpa.

  DIR                     folder yang belum ada, atau masih kosong

  --lang id|en            bahasa nama, label, dan README

kode keluar 2: foldernya tidak kosong; 4: tidak dapat ditulis

contoh:
  nilai new first-steps --lang en
  nilai new langkah-pertama
)"},
    {"test",
     R"(usage: nilai test RULEBOOK... [options]

Runs the tests that stand in rulebooks, and shows each `expect` that does not come true: what came instead, and why.

  RULEBOOK...             files; `-` is standard input

  --format text|json|junit
                          for people, for programs, for build servers (text)
  --lang id|en            language of the messages

exit code 0: all came true; 1: a test failed, or a rulebook is wrong; 4: a file cannot be read

examples:
  nilai test samples/jamsosratu/jamsosratu.nilai
  nilai test *.nilai --format junit > tests.xml
)",
     R"(pemakaian: nilai test BUKU_ATURAN... [pilihan]

Menjalankan uji yang ada dalam buku aturan, dan menunjukkan tiap `maka` yang tidak terbukti: apa hasilnya, dan mengapa.

  BUKU_ATURAN...          berkas; `-` berarti masukan standar

  --format text|json|junit
                          untuk orang, untuk program, untuk peladen pembangunan (text)
  --lang id|en            bahasa pesan

kode keluar 0: semuanya terbukti; 1: ada uji yang gagal, atau buku aturan salah; 4: berkas tidak terbaca

contoh:
  nilai test samples/jamsosratu/jamsosratu.nilai
  nilai test *.nilai --format junit > uji.xml
)"},
};

}  // namespace

std::string_view help_text(std::string_view command, text::Language language) {
  for (const Help& help : helps) {
    if (help.command == command) return language == text::Language::id ? help.id : help.en;
  }
  return {};
}

}  // namespace nilai::app
