package org.stillwater.it.transactions;

class TransactionsIT extends AbstractTransactionsIT {}
