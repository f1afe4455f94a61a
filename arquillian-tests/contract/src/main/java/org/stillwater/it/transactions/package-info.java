/** A permit ends with its transaction, however that ends, and not with the method that took it. */
package org.stillwater.it.transactions;
