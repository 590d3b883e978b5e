# What the files cannot know: your network, your certificates.
#
# WSO2 API Manager 3.2.0, distributed components; design `apim`, load balancer `lb`.
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
  description = "The certificate in ACM for api.example.com, in this region."
  type        = string
}

variable "certificate_arn_web_socket" {
  description = "The certificate in ACM for ws.api.example.com, in this region."
  type        = string
}

variable "certificate_arn_key_manager" {
  description = "The certificate in ACM for key-manager.api.example.com, in this region."
  type        = string
}

variable "certificate_arn_traffic_manager" {
  description = "The certificate in ACM for traffic-manager.api.example.com, in this region."
  type        = string
}

variable "certificate_arn_publisher" {
  description = "The certificate in ACM for publisher.api.example.com, in this region."
  type        = string
}

variable "certificate_arn_dev_portal" {
  description = "The certificate in ACM for dev-portal.api.example.com, in this region."
  type        = string
}

variable "certificate_arn_gateway" {
  description = "The certificate in ACM for gateway.api.example.com, in this region."
  type        = string
}

variable "certificate_arn_console" {
  description = "The certificate in ACM for mgt.api.example.com, in this region."
  type        = string
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
