# What the files cannot know: your network, your certificates.
#
# WSO2 Enterprise Service Bus 5.0.0, worker/manager pattern 2; design `esb`, load balancer `lb`.
# Written for AWS Application Load Balancer (Terraform) by wso2-design: change the design, not this file.

variable "vpc_id" {
  description = "The VPC of the nodes."
  type        = string
}

variable "subnet_ids" {
  description = "Public subnets for the load balancer, in two availability zones at least."
  type        = list(string)
}

variable "node_security_group_id" {
  description = "The security group of the nodes, which is opened to the load balancer."
  type        = string
}

variable "certificate_arn_service" {
  description = "The certificate in ACM for esb.example.com, in this region."
  type        = string
}

variable "certificate_arn_console" {
  description = "The certificate in ACM for mgt.esb.example.com, in this region."
  type        = string
}

variable "standby_takes_over" {
  description = "Whether the nodes on standby take over: those that are asked now are registered no longer."
  type        = bool
  default     = false
}

variable "log_bucket" {
  description = "The S3 bucket for access logs; empty: no logs."
  type        = string
  default     = ""
}

variable "deletion_protection" {
  description = "Whether the load balancer is protected from being deleted."
  type        = bool
  default     = true
}
