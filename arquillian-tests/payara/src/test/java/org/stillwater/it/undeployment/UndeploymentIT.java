package org.stillwater.it.undeployment;

/**
 * Not with the write of an EJB: Payara was seen to undeploy the application under a request, whose EJB then failed to load
 * a class, and to leave the transaction open for good. The report stayed for as long, and named the write.
 */
class UndeploymentIT extends AbstractUndeploymentIT {}
