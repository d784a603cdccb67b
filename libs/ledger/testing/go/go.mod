module fourgood/ledger-agrees

go 1.22.0

require golang.org/x/mod v0.20.0
