/** Refused writes of REST resources, as they are and wrapped by what lies between resource and client. */
package org.stillwater.it.rest;
