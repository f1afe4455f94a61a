package org.stillwater.it.redeployment;

class RedeploymentIT extends AbstractRedeploymentIT {}
