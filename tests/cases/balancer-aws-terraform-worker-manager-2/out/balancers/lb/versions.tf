# What reads these files.
#
# WSO2 Enterprise Service Bus 5.0.0, worker/manager pattern 2; design `esb`, load balancer `lb`.
# Written for AWS Application Load Balancer (Terraform) by wso2-design: change the design, not this file.

terraform {
  required_version = ">= 1.5"

  required_providers {
    # 6.25 is the oldest that these files were checked against; region and account come from the environment.
    aws = { source = "hashicorp/aws", version = ">= 6.25, < 7" }
  }
}
